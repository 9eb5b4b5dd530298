package org.isolatedmounts.mountinfo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pairs the mounts of two tables, then tells how the two of each pair differ. */
final class MountTableComparison {

    /** The same filesystem, and the same part of it. */
    private record Content(DeviceNumber device, String root, String fileSystemType, String source) {

        static Content of(MountEntry mount) {
            String root = mount.root();
            int length = root.length() - (mount.isRootDeleted() ? MountEntry.DELETED.length() : 0);
            return new Content(mount.device(), root.substring(0, length), mount.fileSystemType(), mount.source());
        }
    }

    private record Identity(int mountId, Content content) {}

    private record Place(String mountPoint, Content content) {}

    private final List<MountEntry> before;
    private final List<MountEntry> after;
    private final IdentityHashMap<MountEntry, MountEntry> earlierOf = new IdentityHashMap<>();
    private final IdentityHashMap<MountEntry, MountEntry> laterOf = new IdentityHashMap<>();
    private final boolean sameNamespace;

    private MountTableComparison(List<MountEntry> before, List<MountEntry> after) {
        this.before = before;
        this.after = after;
        pairBy(mount -> new Identity(mount.mountId(), Content.of(mount)));
        sameNamespace = !earlierOf.isEmpty();
        if (!sameNamespace) {
            pairBy(MountEntry::withoutIds);
            pairBy(mount -> new Place(mount.mountPoint(), Content.of(mount)));
            pairBy(Content::of);
        }
    }

    static List<MountChange> changes(List<MountEntry> before, List<MountEntry> after) {
        return new MountTableComparison(before, after).changes().toList();
    }

    private void pairBy(Function<MountEntry, Object> key) {
        Map<Object, Deque<MountEntry>> unpaired = new HashMap<>();
        for (MountEntry mount : before) {
            if (!laterOf.containsKey(mount)) {
                unpaired.computeIfAbsent(key.apply(mount), any -> new ArrayDeque<>())
                        .add(mount);
            }
        }
        for (MountEntry mount : after) {
            Deque<MountEntry> candidates = earlierOf.containsKey(mount) ? null : unpaired.get(key.apply(mount));
            MountEntry earlier = candidates == null ? null : candidates.poll();
            if (earlier != null) {
                earlierOf.put(mount, earlier);
                laterOf.put(earlier, mount);
            }
        }
    }

    private Stream<MountChange> changes() {
        Stream<MountChange> unmounted =
                before.stream().filter(mount -> !laterOf.containsKey(mount)).map(MountChange.Unmounted::new);
        return Stream.concat(unmounted, after.stream().flatMap(mount -> changes(earlierOf.get(mount), mount)));
    }

    private Stream<MountChange> changes(@Nullable MountEntry earlier, MountEntry mount) {
        if (earlier == null) {
            return Stream.of(new MountChange.Mounted(mount));
        }
        List<MountChange> changes = new ArrayList<>();
        if (!earlier.mountPoint().equals(mount.mountPoint())
                || (sameNamespace && earlier.parentId() != mount.parentId())) {
            changes.add(new MountChange.Moved(earlier, mount));
        }
        if (!earlier.mountOptions().equals(mount.mountOptions())
                || !earlier.superOptions().equals(mount.superOptions())) {
            changes.add(new MountChange.Remounted(earlier, mount));
        }
        if (!earlier.propagation().equals(mount.propagation())) {
            changes.add(new MountChange.PropagationChanged(earlier, mount));
        }
        if (!earlier.root().equals(mount.root())) {
            changes.add(new MountChange.RootDeleted(earlier, mount));
        }
        return changes.stream();
    }
}
