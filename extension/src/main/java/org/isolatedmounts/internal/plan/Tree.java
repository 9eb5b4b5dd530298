package org.isolatedmounts.internal.plan;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.isolatedmounts.internal.wire.Nullable;

/** What is mounted, before it is attached anywhere. */
public sealed interface Tree {

    /** What to answer for each type that there is. */
    record Cases<R>(
            Function<FileSystem, R> fileSystem,
            Function<Copy, R> copy,
            Function<NewFile, R> file,
            Function<Overlay, R> overlay,
            Function<Disk, R> disk,
            Function<Mask, R> mask,
            Function<Absent, R> absent) {}

    <R> R choose(Cases<R> cases);

    /** One answer for each type that there is. */
    default <R> R match(
            Function<FileSystem, R> fileSystem,
            Function<Copy, R> copy,
            Function<NewFile, R> file,
            Function<Overlay, R> overlay,
            Function<Disk, R> disk,
            Function<Mask, R> mask,
            Function<Absent, R> absent) {
        return choose(new Cases<>(fileSystem, copy, file, overlay, disk, mask, absent));
    }

    /** What has to be there before it can be had. */
    default List<Source> sources() {
        return List.of();
    }

    /** The files with which a new file system begins, if there are any. */
    default Optional<CopiedTree> files() {
        if (this instanceof Disk disk && disk.content() instanceof DiskContent.Made made) {
            return Optional.ofNullable(made.content());
        }
        return this instanceof FileSystem made ? Optional.ofNullable(made.content()) : Optional.empty();
    }

    /** Whether nothing is made in it, not even a mount point. */
    default boolean isAsFound() {
        return false;
    }

    /**
     * A new instance of a file system, as fsopen(2) makes it.
     *
     * @param source as mount tables show it
     * @param parameters of the file system, in order, without a value if they are flags; for a tmpfs see tmpfs(5)
     * @param free how many bytes a file that nobody sees is to leave, or {@link #ALL}
     * @param content what it begins with; absent if that is nothing
     */
    record FileSystem(
            String type,
            String source,
            Map<String, String> parameters,
            long free,
            @Nullable CopiedTree content) implements Tree {

        /** There is no such file. */
        public static final long ALL = -1;

        public FileSystem(String type, String source, Map<String, String> parameters) {
            this(type, source, parameters, ALL, null);
        }

        @Override
        public <R> R choose(Cases<R> cases) {
            return cases.fileSystem().apply(this);
        }
    }

    /**
     * A copy of mounts, as open_tree(2) makes it.
     *
     * @param source a directory or a file
     * @param recursive whether what is mounted below the source comes along
     * @param optional whether the source may be missing; then the mount is not in a layout
     * @param file whether the source was a file rather than a directory when the layout was checked
     */
    record Copy(Source source, boolean recursive, boolean optional, boolean file) implements Tree {

        public Copy(Source source, boolean recursive) {
            this(source, recursive, false, false);
        }

        public Copy ofFile() {
            return new Copy(source, recursive, optional, true);
        }

        @Override
        public List<Source> sources() {
            return List.of(source);
        }

        @Override
        public boolean isAsFound() {
            return true;
        }

        @Override
        public <R> R choose(Cases<R> cases) {
            return cases.copy().apply(this);
        }
    }

    /**
     * A single file with a content, on a tmpfs of its own.
     *
     * @param content in Base64, so that it is a value
     * @param mode in octal
     * @param owner the parameters {@code uid} and {@code gid} of a file system, as far as they are given
     */
    record NewFile(String content, String mode, Map<String, String> owner) implements Tree {

        public static NewFile of(byte[] content, String mode, Map<String, String> owner) {
            return new NewFile(Base64.getEncoder().encodeToString(content), mode, owner);
        }

        public byte[] bytes() {
            return Base64.getDecoder().decode(content);
        }

        @Override
        public <R> R choose(Cases<R> cases) {
            return cases.file().apply(this);
        }
    }

    /**
     * Directories of which one shows through the other, with a tmpfs on top that takes what is written; see overlayfs in the
     * kernel's documentation.
     *
     * @param lower the directories, the topmost first
     * @param parameters of the file system besides its layers, as those of {@link FileSystem}
     */
    record Overlay(List<Source> lower, Map<String, String> parameters) implements Tree {

        public Overlay {
            lower = List.copyOf(lower);
        }

        @Override
        public List<Source> sources() {
            return lower;
        }

        @Override
        public <R> R choose(Cases<R> cases) {
            return cases.overlay().apply(this);
        }
    }

    /**
     * A file system on a loop device, see loop(4).
     *
     * @param content of the disk
     * @param parameters as those of {@link FileSystem}
     */
    record Disk(String type, DiskContent content, Map<String, String> parameters) implements Tree {

        @Override
        public boolean isAsFound() {
            return content instanceof DiskContent.Image image && !image.copied();
        }

        @Override
        public <R> R choose(Cases<R> cases) {
            return cases.disk().apply(this);
        }
    }

    /**
     * An empty directory or a device that cannot be opened: nothing can be had of what it covers.
     *
     * @param file whether it covers a file rather than a directory
     */
    record Mask(boolean file) implements Tree {

        @Override
        public <R> R choose(Cases<R> cases) {
            return cases.mask().apply(this);
        }
    }

    /** Nothing: the path is taken away. */
    record Absent() implements Tree {

        @Override
        public <R> R choose(Cases<R> cases) {
            return cases.absent().apply(this);
        }
    }
}
