package org.isolatedmounts.layout;

import java.io.Serializable;
import java.util.List;
import org.isolatedmounts.AbsentPath;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.DiskMount;
import org.isolatedmounts.FileContent;
import org.isolatedmounts.ImageMount;
import org.isolatedmounts.MaskedPath;
import org.isolatedmounts.OverlayMount;
import org.isolatedmounts.ReadOnlyPath;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.WritablePath;

/**
 * One mount of a {@link Layout}. Immutable: a method that sets an attribute returns another value. Attributes have the names,
 * the defaults and the rules of the annotation for the same kind of mount; two mounts are equal if they have the same kind
 * and equal attributes.
 *
 * @param <S> the kind of mount
 */
public abstract sealed class MountSpec<S extends MountSpec<S>> implements Serializable
        permits AbsentPathSpec, MaskedPathSpec, OptionSpec {

    private static final long serialVersionUID = 1;

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
     * A directory that can be changed without changing the host, as {@link OverlayMount @OverlayMount}.
     *
     * @param at the mount point
     * @return the mount of what is there, with defaults for the rest
     */
    public static OverlaySpec overlay(String at) {
        return new OverlaySpec(Attributes.of(OverlayMount.class).with("at", at));
    }

    /**
     * A new file system on a disk, as {@link DiskMount @DiskMount}.
     *
     * @param at the mount point
     * @return the mount, with defaults for the rest
     */
    public static DiskSpec disk(String at) {
        return new DiskSpec(Attributes.of(DiskMount.class).with("at", at));
    }

    /**
     * A file system image, as {@link ImageMount @ImageMount}.
     *
     * @param source the path of the image
     * @return what becomes a mount when it gets its mount point
     */
    public static ImageSpec.Source image(String source) {
        return new ImageSpec.Source(source);
    }

    /**
     * A directory or a file that cannot be written, as {@link ReadOnlyPath @ReadOnlyPath}.
     *
     * @param path of the host, or of another mount of the layout
     * @return the mount of the path onto itself
     */
    public static BindSpec readOnlyPath(String path) {
        return bind("layout:" + path).at(path);
    }

    /**
     * A directory or a file of the host that can be written, as {@link WritablePath @WritablePath}.
     *
     * @param path of the host
     * @return the mount of the path onto itself
     */
    public static BindSpec writablePath(String path) {
        return bind(path).at(path).readOnly(false);
    }

    /**
     * A directory or a file that cannot be read, as {@link MaskedPath @MaskedPath}.
     *
     * @param path of the host, or of another mount of the layout
     * @return the mount
     */
    public static MaskedPathSpec maskedPath(String path) {
        return new MaskedPathSpec(Attributes.of(MaskedPath.class).with("value", new String[] {path}));
    }

    /**
     * A path that does not exist, as {@link AbsentPath @AbsentPath}.
     *
     * @param path of the host, or of another mount of the layout
     * @return what takes it away
     */
    public static AbsentPathSpec absentPath(String path) {
        return new AbsentPathSpec(Attributes.of(AbsentPath.class).with("value", new String[] {path}));
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
    public String at() {
        return get("at", String.class);
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
