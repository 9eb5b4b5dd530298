package org.isolatedmounts.internal.layout.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;

/**
 * The order in which mounts can be laid: each after those that its mount point leads through, by name or by a symbolic
 * link of the host or of another mount. Otherwise mount points with fewer names come first, and equal ones as declared.
 */
final class LayoutOrder {

    private final PathLookup host = PathLookup.tolerant();
    private final PathLookup namespace = PathLookup.tolerant();
    private final IdentityHashMap<MountPlan, Set<Path>> ways = new IdentityHashMap<>();
    private final Map<Path, List<MountPlan>> mountPoints = new HashMap<>();
    private final List<MountPlan> ordered = new ArrayList<>();

    private LayoutOrder() {}

    static List<MountPlan> of(List<MountPlan> declared) {
        List<MountPlan> order = declared.stream()
                .sorted(Comparator.comparingInt(
                        mount -> Path.of(mount.mountPoint()).getNameCount()))
                .toList();
        // a mount that comes earlier than before may show further links to those behind it
        for (int i = 0; i < declared.size(); i++) {
            List<MountPlan> better = new LayoutOrder().improved(order);
            if (better.equals(order)) {
                break;
            }
            order = better;
        }
        return order;
    }

    private List<MountPlan> improved(List<MountPlan> order) {
        order.forEach(this::lay);
        order.forEach(this::take);
        return ordered;
    }

    private void lay(MountPlan mount) {
        try {
            Place target = namespace.find(mount.mountPoint());
            Set<Path> way = namespace.way();
            way.remove(target.path());
            ways.put(mount, way);
            mountPoints
                    .computeIfAbsent(target.path(), path -> new ArrayList<>())
                    .add(mount);
            namespace.lay(mount.tree()
                    .match(
                            made -> CheckedMount.ofNew(target, mount),
                            copy -> CheckedMount.ofCopy(target, source(copy), mount),
                            file -> CheckedMount.ofFile(target, mount)));
        } catch (LookupException leadsNowhere) {
            ways.put(mount, Set.of());
        }
    }

    private Place source(Tree.Copy copy) {
        try {
            return host.find(copy.source());
        } catch (LookupException leadsNowhere) {
            return new Place(Path.of(copy.source()), Place.Kind.ABSENT);
        }
    }

    private void take(MountPlan mount) {
        Set<Path> way = ways.remove(mount);
        if (way != null) {
            way.stream()
                    .flatMap(path -> mountPoints.getOrDefault(path, List.of()).stream())
                    .forEach(this::take);
            ordered.add(mount);
        }
    }
}
