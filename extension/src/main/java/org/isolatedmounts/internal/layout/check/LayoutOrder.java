package org.isolatedmounts.internal.layout.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.isolatedmounts.internal.layout.check.CheckedMount.Layer;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Source;

/**
 * The order in which mounts can be laid: each after those that its mount point leads through, by name or by a symbolic
 * link of the host or of another mount, and after those that it shows. Otherwise mount points with fewer names come first, and
 * equal ones as declared.
 */
final class LayoutOrder {

    private final PathLookup host = PathLookup.tolerant();
    private final PathLookup namespace = PathLookup.tolerant();
    private final IdentityHashMap<MountPlan, Needs> needs = new IdentityHashMap<>();
    private final Map<Path, List<MountPlan>> mountPoints = new HashMap<>();
    private final IdentityHashMap<MountPlan, Path> targets = new IdentityHashMap<>();
    private final List<MountPlan> underWay = new ArrayList<>();
    private final List<MountPlan> ordered = new ArrayList<>();

    /**
     * What comes before a mount.
     *
     * @param way mounts at these places
     * @param sources mounts at or below these, unless they lie in the mount itself
     */
    private record Needs(Set<Path> way, List<Path> sources, Path target) {}

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
            Place target =
                    mount.followLinks() ? namespace.find(mount.mountPoint()) : namespace.findItself(mount.mountPoint());
            Set<Path> way = namespace.way();
            way.remove(target.path());
            List<Path> sources = new ArrayList<>();
            List<Layer> layers = new ArrayList<>();
            for (Source source : mount.tree().sources()) {
                Layer layer = layer(source);
                layers.add(layer);
                if (source.ofLayout()) {
                    way.addAll(namespace.way());
                    sources.add(layer.place().path());
                }
            }
            targets.put(mount, target.path());
            needs.put(mount, new Needs(way, sources, target.path()));
            mountPoints
                    .computeIfAbsent(target.path(), path -> new ArrayList<>())
                    .add(mount);
            namespace.lay(CheckedMount.of(mount, target, layers).withFiles(host));
        } catch (LookupException leadsNowhere) {
            needs.put(mount, new Needs(Set.of(), List.of(), Path.of(mount.mountPoint())));
        }
    }

    private Layer layer(Source source) {
        PathLookup lookup = source.ofLayout() ? namespace : host;
        try {
            Place place = lookup.find(source.path());
            return new Layer(source.ofLayout() ? namespace.seen() : host, place);
        } catch (LookupException leadsNowhere) {
            return new Layer(host, new Place(Path.of(source.path()), Place.Kind.ABSENT));
        }
    }

    private void take(MountPlan mount) {
        refuseCircle(mount);
        Needs needed = needs.remove(mount);
        if (needed == null) {
            return;
        }
        underWay.add(mount);
        needed.way().stream()
                .flatMap(path -> mountPoints.getOrDefault(path, List.of()).stream())
                .forEach(this::take);
        if (!needed.sources().isEmpty()) {
            mountPoints.entrySet().stream()
                    .filter(each -> !each.getKey().startsWith(needed.target()))
                    .filter(each -> needed.sources().stream().anyMatch(each.getKey()::startsWith))
                    .flatMap(each -> each.getValue().stream())
                    .forEach(this::take);
        }
        underWay.remove(underWay.size() - 1);
        ordered.add(mount);
    }

    /** Symbolic links that lead in a circle are for the check to find, mounts that show each other are not. */
    private void refuseCircle(MountPlan mount) {
        int start = underWay.indexOf(mount);
        if (start < 0) {
            return;
        }
        List<MountPlan> circle = underWay.subList(start, underWay.size());
        // two names of one place are for the check to find, too
        long places = circle.stream().map(targets::get).distinct().count();
        if (circle.size() > 1 && places == circle.size()) {
            for (MountPlan each : circle) {
                for (Source source : each.tree().sources()) {
                    if (source.ofLayout()) {
                        throw Attribute.text(each.declaredBy(), each.attribute(), each.mountPoint())
                                .breaks(
                                        "must not lie in what it shows itself",
                                        circle.stream()
                                                        .map(MountPlan::declaredBy)
                                                        .collect(Collectors.joining(", "))
                                                + " each need the other before: remove one of them, or show a path of the"
                                                + " host");
                    }
                }
            }
        }
    }
}
