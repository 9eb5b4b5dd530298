package org.isolatedmounts.layout;

import java.util.List;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.Propagation;

/**
 * A mount that has options, and may be read-only or not.
 *
 * @param <S> the kind of mount
 */
public abstract sealed class OptionSpec<S extends OptionSpec<S>> extends MountSpec<S>
        permits BindSpec, DiskSpec, FileContentSpec, ImageSpec, OverlaySpec, TmpfsSpec {

    OptionSpec(Attributes attributes) {
        super(attributes);
    }

    /**
     * Whether nothing can be written.
     *
     * @return by default as the annotation for this kind says
     */
    public final boolean readOnly() {
        return get("readOnly", Boolean.class);
    }

    /**
     * The same, read-only or writable.
     *
     * @param other as the attribute of the annotation for this kind
     * @return the other value
     */
    public final S readOnly(boolean other) {
        return with("readOnly", other);
    }

    /**
     * The options of the mount.
     *
     * @return by default none, cannot be modified
     */
    public final List<MountOption> options() {
        return list("options", MountOption.class);
    }

    /**
     * The same with these options and no others.
     *
     * @param others as the attribute of the annotation for this kind
     * @return the other value
     */
    public final S options(MountOption... others) {
        return with("options", others);
    }

    /**
     * Whether a symbolic link at the mount point is followed.
     *
     * @return by default {@code true}
     */
    public final boolean followLinks() {
        return get("followLinks", Boolean.class);
    }

    /**
     * The same, following a symbolic link at the mount point or replacing it.
     *
     * @param other as the attribute of the annotation for this kind
     * @return the other value
     */
    public final S followLinks(boolean other) {
        return with("followLinks", other);
    }

    /**
     * The propagation type of the mount.
     *
     * @return by default {@link Propagation#PRIVATE}
     */
    public final Propagation propagation() {
        return get("propagation", Propagation.class);
    }

    /**
     * The same with another propagation type.
     *
     * @param other as the attribute of the annotation for this kind
     * @return the other value
     */
    public final S propagation(Propagation other) {
        return with("propagation", other);
    }
}
