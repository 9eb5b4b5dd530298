package org.isolatedmounts.mountinfo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mounts of a table by id, by parent and by mount point.
 *
 * <p>Finds the mount of a path the way the kernel walks it: from the mount at the root, at each mount on to the child
 * mount that the path meets first. A mount below a directory that another mount covers is not found. Nor is one that
 * covers the root directory itself: a walk starts beneath it.
 */
final class MountIndex {

    private final Map<Integer, MountEntry> byId = new HashMap<>();
    private final Map<Integer, List<MountEntry>> children = new HashMap<>();
    private final Map<Integer, Map<String, MountEntry>> childrenByMountPoint = new HashMap<>();
    private final List<MountEntry> tops = new ArrayList<>();

    MountIndex(List<MountEntry> mounts) {
        mounts.forEach(mount -> byId.putIfAbsent(mount.mountId(), mount));
        for (MountEntry mount : mounts) {
            if (mount.parentId() == mount.mountId() || !byId.containsKey(mount.parentId())) {
                tops.add(mount);
            } else {
                children.computeIfAbsent(mount.parentId(), id -> new ArrayList<>())
                        .add(mount);
                childrenByMountPoint
                        .computeIfAbsent(mount.parentId(), id -> new HashMap<>())
                        .putIfAbsent(mount.mountPoint(), mount);
            }
        }
        addTheTopsOfCircles(mounts);
    }

    /** The kernel makes no circles, but any text can be parsed. */
    private void addTheTopsOfCircles(List<MountEntry> mounts) {
        Set<Integer> reached = new HashSet<>();
        tops.forEach(top -> reach(top, reached));
        for (MountEntry mount : mounts) {
            if (!reached.contains(mount.mountId())) {
                tops.add(mount);
                reach(mount, reached);
            }
        }
    }

    private void reach(MountEntry top, Set<Integer> reached) {
        List<MountEntry> pending = new ArrayList<>(List.of(top));
        while (!pending.isEmpty()) {
            MountEntry mount = pending.remove(pending.size() - 1);
            if (reached.add(mount.mountId())) {
                pending.addAll(children(mount));
            }
        }
    }

    List<MountEntry> tops() {
        return Collections.unmodifiableList(tops);
    }

    Optional<MountEntry> byId(int mountId) {
        return Optional.ofNullable(byId.get(mountId));
    }

    Optional<MountEntry> parent(MountEntry mount) {
        return mount.parentId() == mount.mountId() ? Optional.empty() : byId(mount.parentId());
    }

    List<MountEntry> children(MountEntry mount) {
        return Collections.unmodifiableList(children.getOrDefault(mount.mountId(), List.of()));
    }

    Optional<MountEntry> mountOf(String path) {
        MountEntry current = null;
        MountEntry next = firstMet(path);
        for (int steps = 0; next != null && steps <= byId.size(); steps++) {
            current = next;
            next = firstMet(path, current);
        }
        return Optional.ofNullable(current);
    }

    private @Nullable MountEntry firstMet(String path) {
        MountEntry first = null;
        for (MountEntry top : tops) {
            if (isOnOrBelow(path, top.mountPoint())
                    && (first == null
                            || top.mountPoint().length() < first.mountPoint().length())) {
                first = top;
            }
        }
        return first;
    }

    private @Nullable MountEntry firstMet(String path, MountEntry parent) {
        Map<String, MountEntry> candidates = childrenByMountPoint.get(parent.mountId());
        if (candidates == null) {
            return null;
        }
        int end = path.indexOf('/', 1);
        while (end >= 0) {
            MountEntry child = candidates.get(path.substring(0, end));
            if (child != null) {
                return child;
            }
            end = path.indexOf('/', end + 1);
        }
        return path.equals("/") ? null : candidates.get(path);
    }

    static boolean isOnOrBelow(String path, String mountPoint) {
        return mountPoint.equals("/")
                || path.equals(mountPoint)
                || (path.startsWith(mountPoint) && path.charAt(mountPoint.length()) == '/');
    }

    static Stream<String> elements(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path must be absolute, but is \"" + path + "\"");
        }
        return Stream.of(path.split("/")).filter(element -> !element.isEmpty() && !element.equals("."));
    }
}
