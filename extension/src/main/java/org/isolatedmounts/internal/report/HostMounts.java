package org.isolatedmounts.internal.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.isolatedmounts.mountinfo.DeviceNumber;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.jspecify.annotations.Nullable;

/** The mounts of the host, numbered in the order of their tree, and found again in the table of a fork. */
final class HostMounts {

    /** What a mount keeps when its namespace is copied; ids and propagation change. */
    private record Identity(DeviceNumber device, String root, String mountPoint, String type) {

        static Identity of(MountEntry mount) {
            return new Identity(mount.device(), mount.root(), mount.mountPoint(), mount.fileSystemType());
        }
    }

    private final Supplier<MountTable> source;
    private @Nullable MountTable table;
    private final List<TreeRow> rows = new ArrayList<>();
    private final Map<Identity, List<Integer>> numbers = new HashMap<>();

    HostMounts(Supplier<MountTable> source) {
        this.source = source;
    }

    /** The numbers of a mount of the host in its table, to be used up by whoever finds it in another one. */
    synchronized Map<MountEntry, Integer> numbersIn(MountTable fork) {
        read();
        Map<Identity, Deque<Integer>> left = new HashMap<>();
        Map<MountEntry, Integer> found = new HashMap<>();
        for (MountEntry mount : fork.mounts()) {
            Identity identity = Identity.of(mount);
            Integer number = left.computeIfAbsent(
                            identity, any -> new ArrayDeque<>(numbers.getOrDefault(identity, List.of())))
                    .poll();
            if (number != null) {
                found.put(mount, number);
            }
        }
        return found;
    }

    synchronized List<TreeRow> rows() {
        read();
        return List.copyOf(rows);
    }

    private void read() {
        if (table == null) {
            table = source.get();
            rows.addAll(TreeRow.all(table));
            for (int number = 0; number < rows.size(); number++) {
                numbers.computeIfAbsent(Identity.of(rows.get(number).mount()), any -> new ArrayList<>())
                        .add(number);
            }
        }
    }

    synchronized List<Object> toJson() {
        return rows.stream().map(row -> (Object) row.toJson()).toList();
    }
}
