package org.isolatedmounts.layout;

import java.util.List;
import org.isolatedmounts.MountOption;

/**
 * One mount of a {@link Layout}. Immutable: a method that sets an attribute returns another value. Attributes have the names,
 * the defaults and the rules of the annotation for the same kind of mount.
 */
public sealed interface MountSpec permits BindSpec, TmpfsSpec {

    /**
     * A new, empty tmpfs, as {@link org.isolatedmounts.TmpfsMount @TmpfsMount}.
     *
     * @param at the mount point
     * @return the mount, with defaults for the rest
     */
    static TmpfsSpec tmpfs(String at) {
        return new TmpfsSpec(at);
    }

    /**
     * A directory or a file of the host at a second place, as {@link org.isolatedmounts.BindMount @BindMount}.
     *
     * @param source the mount source
     * @return what becomes a mount when it gets its mount point
     */
    static BindSpec.Source bind(String source) {
        return new BindSpec.Source(source);
    }

    /**
     * The mount point.
     *
     * @return an absolute path
     */
    String at();

    /**
     * Whether nothing can be written.
     *
     * @return by default as the annotation for this kind says
     */
    boolean readOnly();

    /**
     * The options of the mount.
     *
     * @return by default none, cannot be modified
     */
    List<MountOption> options();
}
