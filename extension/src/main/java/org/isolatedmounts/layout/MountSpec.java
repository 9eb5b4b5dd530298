package org.isolatedmounts.layout;

import java.util.List;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.FileContent;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.TmpfsMount;

/**
 * One mount of a {@link Layout}. Immutable: a method that sets an attribute returns another value. Attributes have the names,
 * the defaults and the rules of the annotation for the same kind of mount; two mounts are equal if they have the same kind
 * and equal attributes.
 *
 * @param <S> the kind of mount
 */
public abstract sealed class MountSpec<S extends MountSpec<S>> permits BindSpec, FileContentSpec, TmpfsSpec {

    private final Attributes attributes;

    MountSpec(Attributes attributes) {
        this.attributes = attributes;
    }

    /**
     * A new tmpfs, as {@link TmpfsMount @TmpfsMount}.
     *
     * @param at the mount point
     * @return the mount, with defaults for the rest
     */
    public static TmpfsSpec tmpfs(String at) {
        return new TmpfsSpec(Attributes.of(TmpfsMount.class).with("at", at));
    }

    /**
     * A directory or a file of the host at a second place, as {@link BindMount @BindMount}.
     *
     * @param source the mount source
     * @return what becomes a mount when it gets its mount point
     */
    public static BindSpec.Source bind(String source) {
        return new BindSpec.Source(source);
    }

    /**
     * A file with a content, as {@link FileContent @FileContent}.
     *
     * @param at the path of the file
     * @return the mount of an empty file, with defaults for the rest
     */
    public static FileContentSpec fileContent(String at) {
        return new FileContentSpec(Attributes.of(FileContent.class).with("at", at));
    }

    abstract S make(Attributes others);

    final S with(String name, Object value) {
        return make(attributes.with(name, value));
    }

    final <T> T get(String name, Class<T> type) {
        return attributes.get(name, type);
    }

    final <T> List<T> list(String name, Class<T> type) {
        return attributes.list(name, type);
    }

    /**
     * The mount point.
     *
     * @return an absolute path
     */
    public final String at() {
        return get("at", String.class);
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

    @Override
    public final boolean equals(Object other) {
        return other instanceof MountSpec<?> mount && attributes.equals(mount.attributes);
    }

    @Override
    public final int hashCode() {
        return attributes.hashCode();
    }

    /** As the annotation for this kind, with what is not the default. */
    @Override
    public final String toString() {
        return attributes.toString();
    }
}
