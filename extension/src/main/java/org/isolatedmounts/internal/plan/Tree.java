package org.isolatedmounts.internal.plan;

import java.util.Map;
import java.util.function.Function;

/** What is mounted, before it is attached anywhere. */
public sealed interface Tree {

    /** One answer for each type that there is. */
    <R> R match(Function<FileSystem, R> fileSystem, Function<Copy, R> copy);

    /**
     * A new instance of a file system, as fsopen(2) makes it.
     *
     * @param source as mount tables show it
     * @param parameters of the file system, in order; for a tmpfs see tmpfs(5)
     */
    record FileSystem(String type, String source, Map<String, String> parameters) implements Tree {

        @Override
        public <R> R match(Function<FileSystem, R> fileSystem, Function<Copy, R> copy) {
            return fileSystem.apply(this);
        }
    }

    /**
     * A copy of mounts of the host, as open_tree(2) makes it.
     *
     * @param source absolute path of a directory or a file, as the host sees it
     * @param recursive whether what is mounted below the source comes along
     */
    record Copy(String source, boolean recursive) implements Tree {

        @Override
        public <R> R match(Function<FileSystem, R> fileSystem, Function<Copy, R> copy) {
            return copy.apply(this);
        }
    }
}
