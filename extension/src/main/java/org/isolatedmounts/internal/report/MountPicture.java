package org.isolatedmounts.internal.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;

/**
 * What a layout made of the host's mounts: the mounts of the fork that the host has not, the mounts of the host that they cover,
 * and what all of these are mounted on. The rest is as on the host and only counted.
 */
final class MountPicture {

    /** The source that the supervisor gives to each tmpfs that it makes. */
    private static final String OURS = "isolated-mounts";

    private enum Kind {
        /** As on the host. */
        HOST,
        /** A mount of the layout. */
        DECLARED,
        /** A tmpfs in the place of a directory that lacked a mount point. */
        SCAFFOLD,
        /** An entry of such a directory, in its old place. */
        BOUND_BACK,
        /** What else a fork needs: its own {@code /proc}, what keeps class path and JDK visible. */
        FORK
    }

    private final List<TreeRow> rows;
    private final List<TreeRow> hostRows;
    private final Map<MountEntry, Integer> hostNumbers;
    private final Map<MountEntry, MountPlan> declared = new HashMap<>();

    private MountPicture(MountTable table, HostMounts host, LayoutPlan layout, ForkEvent.Laid laid) {
        rows = TreeRow.all(table);
        hostRows = host.rows();
        hostNumbers = host.numbersIn(table);
        layout.mounts()
                .forEach(plan -> table.allAt(laid.real(plan.mountPoint())).stream()
                        .reduce((below, above) -> above)
                        .ifPresent(mount -> declared.put(mount, plan)));
    }

    static Map<String, Object> of(HostMounts host, LayoutPlan layout, ForkEvent.Laid laid) {
        MountPicture picture = new MountPicture(MountTable.parse(laid.mountInfo()), host, layout, laid);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", picture.relevantRows());
        json.put("gone", picture.gone());
        json.put("commands", laid.commands());
        json.put("shell", LayoutReport.whereByHand(layout));
        return json;
    }

    private Kind kind(int number) {
        MountEntry mount = rows.get(number).mount();
        int parent = rows.get(number).parent();
        if (declared.containsKey(mount)) {
            return Kind.DECLARED;
        } else if (mount.source().equals(OURS)) {
            return Kind.SCAFFOLD;
        } else if (hostNumbers.containsKey(mount)) {
            return Kind.HOST;
        }
        boolean onScaffold = parent >= 0 && rows.get(parent).mount().source().equals(OURS);
        return onScaffold ? Kind.BOUND_BACK : Kind.FORK;
    }

    private List<Object> relevantRows() {
        Set<Integer> relevant = new HashSet<>();
        for (int number = 0; number < rows.size(); number++) {
            if (isRelevant(number)) {
                for (int row = number;
                        row >= 0 && relevant.add(row);
                        row = rows.get(row).parent()) {
                    // it and all below it
                }
            }
        }
        Map<Integer, List<Object>> boundBack = new HashMap<>();
        for (int number = 0; number < rows.size(); number++) {
            if (!relevant.contains(number) && kind(number) == Kind.BOUND_BACK) {
                boundBack
                        .computeIfAbsent(rows.get(number).parent(), any -> new ArrayList<>())
                        .add(rows.get(number).mount().mountPoint());
            }
        }
        List<Object> json = new ArrayList<>();
        for (int number = 0; number < rows.size(); number++) {
            if (relevant.contains(number)) {
                json.add(toJson(number, boundBack.getOrDefault(number, List.of())));
            }
        }
        return json;
    }

    private boolean isRelevant(int number) {
        return switch (kind(number)) {
            case HOST -> isCovered(rows.get(number));
            case BOUND_BACK -> false;
            case DECLARED, SCAFFOLD, FORK -> true;
        };
    }

    /** By the layout: mounts are stacked on hosts, too. */
    private boolean isCovered(TreeRow row) {
        Integer hostNumber = hostNumbers.get(row.mount());
        return row.hidden() && hostNumber != null && !hostRows.get(hostNumber).hidden();
    }

    private Map<String, Object> toJson(int number, List<Object> boundBack) {
        TreeRow row = rows.get(number);
        Map<String, Object> json = row.toJson();
        json.put("kind", kind(number).name());
        Integer hostNumber = hostNumbers.get(row.mount());
        if (hostNumber != null) {
            json.put("host", hostNumber);
        }
        MountPlan plan = declared.get(row.mount());
        if (plan != null) {
            json.put("by", plan.declaredBy());
            if (plan.tree() instanceof Tree.Copy copy) {
                json.put("bind", copy.source().toString());
            }
        }
        if (!boundBack.isEmpty()) {
            json.put("boundBack", boundBack);
        }
        return json;
    }

    /** The numbers of mounts that only the host has: their place is taken by a new root. */
    private List<Integer> gone() {
        Set<Integer> left = new LinkedHashSet<>();
        for (int number = 0; number < hostRows.size(); number++) {
            left.add(number);
        }
        left.removeAll(hostNumbers.values());
        return List.copyOf(left);
    }
}
