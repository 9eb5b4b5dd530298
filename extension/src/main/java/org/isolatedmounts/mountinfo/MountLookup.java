package org.isolatedmounts.mountinfo;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the mount of a path the way the kernel walks it: from the mount at the root, at each mount on to the child
 * mount that the path meets first. A mount below a directory that another mount covers is not found.
 */
final class MountLookup {

    private final List<MountEntry> entries;

    MountLookup(List<MountEntry> entries) {
        this.entries = entries;
    }

    Optional<MountEntry> mountOf(String path) {
        String normalised = normalise(path);
        Set<Integer> ids = entries.stream().map(MountEntry::mountId).collect(Collectors.toSet());
        MountEntry current = null;
        MountEntry next = firstMet(normalised, entries.stream().filter(entry -> isTop(entry, ids)));
        while (next != null) {
            current = next;
            int parent = current.mountId();
            next = firstMet(normalised, entries.stream().filter(entry -> isChild(entry, parent)));
        }
        return Optional.ofNullable(current);
    }

    private static boolean isTop(MountEntry entry, Set<Integer> ids) {
        return entry.parentId() == entry.mountId() || !ids.contains(entry.parentId());
    }

    private static boolean isChild(MountEntry entry, int parent) {
        return entry.parentId() == parent && entry.mountId() != parent;
    }

    private static @Nullable MountEntry firstMet(String path, Stream<MountEntry> candidates) {
        return candidates
                .filter(entry -> covers(entry.mountPoint(), path))
                .min(Comparator.comparingInt(entry -> entry.mountPoint().length()))
                .orElse(null);
    }

    private static boolean covers(String mountPoint, String path) {
        return mountPoint.equals("/")
                || path.equals(mountPoint)
                || (path.startsWith(mountPoint) && path.charAt(mountPoint.length()) == '/');
    }

    static String normalise(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path must be absolute, but is \"" + path + "\"");
        }
        String elements = Stream.of(path.split("/"))
                .filter(element -> !element.isEmpty() && !element.equals("."))
                .peek(element -> refuseDotDot(element, path))
                .collect(Collectors.joining("/"));
        return "/" + elements;
    }

    private static void refuseDotDot(String element, String path) {
        if (element.equals("..")) {
            throw new IllegalArgumentException("path must not contain \"..\", but is \"" + path
                    + "\"; what that means depends on symbolic links, so resolve it first (Path.toRealPath)");
        }
    }
}
