package org.isolatedmounts.layout;

import java.util.Objects;
import org.isolatedmounts.BindMount;

/** A bind mount, with the attributes of {@link BindMount @BindMount}. */
public final class BindSpec extends OptionSpec<BindSpec> {

    BindSpec(Attributes attributes) {
        super(attributes);
    }

    /**
     * The mount that an annotation declares.
     *
     * @param declared the annotation
     * @return the mount
     */
    public static BindSpec of(BindMount declared) {
        return new BindSpec(Attributes.of(declared));
    }

    @Override
    BindSpec make(Attributes others) {
        return new BindSpec(others);
    }

    /** A mount source that has no mount point yet: two strings in one call would be confused. */
    public static final class Source {

        private final String source;

        Source(String source) {
            this.source = Objects.requireNonNull(source, "source");
        }

        /**
         * The mount of this source.
         *
         * @param mountPoint as {@link BindMount#at}
         * @return the mount, with defaults for the rest
         */
        public BindSpec at(String mountPoint) {
            return new BindSpec(
                    Attributes.of(BindMount.class).with("source", source).with("at", mountPoint));
        }

        @Override
        public String toString() {
            return "@BindMount(source = " + source + ")";
        }
    }

    /**
     * The mount source.
     *
     * @return as {@link BindMount#source}
     */
    public String source() {
        return get("source", String.class);
    }

    /**
     * Whether what is mounted below the source comes along.
     *
     * @return as {@link BindMount#recursive}
     */
    public boolean recursive() {
        return get("recursive", Boolean.class);
    }

    /**
     * The same with or without the mounts below the source.
     *
     * @param other as {@link BindMount#recursive}
     * @return the other value
     */
    public BindSpec recursive(boolean other) {
        return with("recursive", other);
    }

    /**
     * Whether a source that does not exist means that nothing is mounted.
     *
     * @return as {@link BindMount#optional}
     */
    public boolean optional() {
        return get("optional", Boolean.class);
    }

    /**
     * The same with a source that need not exist, or must.
     *
     * @param other as {@link BindMount#optional}
     * @return the other value
     */
    public BindSpec optional(boolean other) {
        return with("optional", other);
    }
}
