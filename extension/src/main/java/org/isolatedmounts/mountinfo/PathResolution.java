package org.isolatedmounts.mountinfo;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Walks a path as path_resolution(7) describes it, until nothing but directory names is left of it. */
final class PathResolution {

    /** As many as the kernel follows. */
    private static final int MAXIMUM_LINKS = 40;

    private PathResolution() {}

    static String resolve(String path, SymbolicLinks links) throws IOException {
        Deque<String> pending = new ArrayDeque<>(MountIndex.elements(path).toList());
        StringBuilder resolved = new StringBuilder();
        int followed = 0;
        while (!pending.isEmpty()) {
            String element = pending.pop();
            int parent = resolved.length();
            if (element.equals("..")) {
                resolved.setLength(Math.max(0, resolved.lastIndexOf("/")));
            } else {
                resolved.append('/').append(element);
                Optional<String> target = links.target(resolved.toString());
                if (target.isPresent()) {
                    if (++followed > MAXIMUM_LINKS) {
                        throw new FileSystemLoopException(path);
                    }
                    resolved.setLength(target.get().startsWith("/") ? 0 : parent);
                    List<String> elements =
                            MountIndex.elements("/" + target.get()).toList();
                    for (int i = elements.size() - 1; i >= 0; i--) {
                        pending.push(elements.get(i));
                    }
                }
            }
        }
        return resolved.length() == 0 ? "/" : resolved.toString();
    }
}
