package org.isolatedmounts.layout;

import java.util.List;
import org.isolatedmounts.OverlayMount;

/** An overlay, with the attributes of {@link OverlayMount @OverlayMount}. */
public final class OverlaySpec extends OptionSpec<OverlaySpec> {

    OverlaySpec(Attributes attributes) {
        super(attributes);
    }

    /**
     * The mount that an annotation declares.
     *
     * @param declared the annotation
     * @return the mount
     */
    public static OverlaySpec of(OverlayMount declared) {
        return new OverlaySpec(Attributes.of(declared));
    }

    @Override
    OverlaySpec make(Attributes others) {
        return new OverlaySpec(others);
    }

    /**
     * The directories that show through.
     *
     * @return as {@link OverlayMount#lower}, cannot be modified
     */
    public List<String> lower() {
        return list("lower", String.class);
    }

    /**
     * The same with these directories and no others.
     *
     * @param others as {@link OverlayMount#lower}, the topmost first
     * @return the other value
     */
    public OverlaySpec lower(String... others) {
        return with("lower", others);
    }

    /**
     * Further options of the file system.
     *
     * @return as {@link OverlayMount#superOptions}, cannot be modified
     */
    public List<String> superOptions() {
        return list("superOptions", String.class);
    }

    /**
     * The same with these further options and no others.
     *
     * @param others as {@link OverlayMount#superOptions}
     * @return the other value
     */
    public OverlaySpec superOptions(String... others) {
        return with("superOptions", others);
    }
}
