package org.isolatedmounts.internal.plan;

import java.util.Base64;
import java.util.Map;
import java.util.function.Function;

/** What is mounted, before it is attached anywhere. */
public sealed interface Tree {

    /** One answer for each type that there is. */
    <R> R match(Function<FileSystem, R> fileSystem, Function<Copy, R> copy, Function<NewFile, R> file);

    /**
     * A new instance of a file system, as fsopen(2) makes it.
     *
     * @param source as mount tables show it
     * @param parameters of the file system, in order, without a value if they are flags; for a tmpfs see tmpfs(5)
     * @param free how many bytes a file that nobody sees is to leave, or {@link #ALL}
     */
    record FileSystem(String type, String source, Map<String, String> parameters, long free) implements Tree {

        /** There is no such file. */
        public static final long ALL = -1;

        public FileSystem(String type, String source, Map<String, String> parameters) {
            this(type, source, parameters, ALL);
        }

        @Override
        public <R> R match(Function<FileSystem, R> fileSystem, Function<Copy, R> copy, Function<NewFile, R> file) {
            return fileSystem.apply(this);
        }
    }

    /**
     * A copy of mounts of the host, as open_tree(2) makes it.
     *
     * @param source absolute path of a directory or a file, as the host sees it
     * @param recursive whether what is mounted below the source comes along
     * @param optional whether the source may be missing on the host; then the mount is not in a layout
     */
    record Copy(String source, boolean recursive, boolean optional) implements Tree {

        public Copy(String source, boolean recursive) {
            this(source, recursive, false);
        }

        @Override
        public <R> R match(Function<FileSystem, R> fileSystem, Function<Copy, R> copy, Function<NewFile, R> file) {
            return copy.apply(this);
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
        public <R> R match(Function<FileSystem, R> fileSystem, Function<Copy, R> copy, Function<NewFile, R> file) {
            return file.apply(this);
        }
    }
}
