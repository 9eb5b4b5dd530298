package org.isolatedmounts.layout;

import java.util.List;
import java.util.Objects;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.TmpfsMount;

/**
 * A tmpfs, with the attributes of {@link TmpfsMount @TmpfsMount}.
 *
 * @param at as {@link TmpfsMount#at}
 * @param size as {@link TmpfsMount#size}
 * @param inodes as {@link TmpfsMount#inodes}
 * @param mode as {@link TmpfsMount#mode}
 * @param readOnly as {@link TmpfsMount#readOnly}
 * @param options as {@link TmpfsMount#options}
 */
public record TmpfsSpec(String at, String size, long inodes, String mode, boolean readOnly, List<MountOption> options)
        implements MountSpec {

    /** Requires all of them to be there. */
    public TmpfsSpec {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(mode, "mode");
        options = List.copyOf(options);
    }

    TmpfsSpec(String at) {
        this(at, TmpfsMount.DEFAULT_SIZE, TmpfsMount.DEFAULT_INODES, TmpfsMount.DEFAULT_MODE, false, List.of());
    }

    /**
     * The same with another size.
     *
     * @param other as {@link TmpfsMount#size}
     * @return the other value
     */
    public TmpfsSpec size(String other) {
        return new TmpfsSpec(at, other, inodes, mode, readOnly, options);
    }

    /**
     * The same with another number of inodes.
     *
     * @param other as {@link TmpfsMount#inodes}
     * @return the other value
     */
    public TmpfsSpec inodes(long other) {
        return new TmpfsSpec(at, size, other, mode, readOnly, options);
    }

    /**
     * The same with other permissions of the root directory.
     *
     * @param other as {@link TmpfsMount#mode}
     * @return the other value
     */
    public TmpfsSpec mode(String other) {
        return new TmpfsSpec(at, size, inodes, other, readOnly, options);
    }

    /**
     * The same, read-only or writable.
     *
     * @param other as {@link TmpfsMount#readOnly}
     * @return the other value
     */
    public TmpfsSpec readOnly(boolean other) {
        return new TmpfsSpec(at, size, inodes, mode, other, options);
    }

    /**
     * The same with these options and no others.
     *
     * @param others as {@link TmpfsMount#options}
     * @return the other value
     */
    public TmpfsSpec options(MountOption... others) {
        return new TmpfsSpec(at, size, inodes, mode, readOnly, List.of(others));
    }
}
