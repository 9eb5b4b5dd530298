package org.isolatedmounts.layout;

import java.util.List;
import java.util.Objects;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.MountOption;

/**
 * A bind mount, with the attributes of {@link BindMount @BindMount}.
 *
 * @param source as {@link BindMount#source}
 * @param at as {@link BindMount#at}
 * @param readOnly as {@link BindMount#readOnly}
 * @param recursive as {@link BindMount#recursive}
 * @param options as {@link BindMount#options}
 */
public record BindSpec(String source, String at, boolean readOnly, boolean recursive, List<MountOption> options)
        implements MountSpec {

    /** Requires all of them to be there. */
    public BindSpec {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(at, "at");
        options = List.copyOf(options);
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
            return new BindSpec(source, mountPoint, true, true, List.of());
        }
    }

    /**
     * The same, read-only or writable.
     *
     * @param other as {@link BindMount#readOnly}: {@code false} lets the test change the files of the host
     * @return the other value
     */
    public BindSpec readOnly(boolean other) {
        return new BindSpec(source, at, other, recursive, options);
    }

    /**
     * The same with or without the mounts below the source.
     *
     * @param other as {@link BindMount#recursive}
     * @return the other value
     */
    public BindSpec recursive(boolean other) {
        return new BindSpec(source, at, readOnly, other, options);
    }

    /**
     * The same with these options and no others.
     *
     * @param others as {@link BindMount#options}
     * @return the other value
     */
    public BindSpec options(MountOption... others) {
        return new BindSpec(source, at, readOnly, recursive, List.of(others));
    }
}
