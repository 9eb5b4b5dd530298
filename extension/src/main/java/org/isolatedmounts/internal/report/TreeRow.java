package org.isolatedmounts.internal.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;

/**
 * A mount in the tree of its table.
 *
 * @param depth 0 for a root
 * @param parent the number of the row of the mount on which this one is mounted; -1 for a root
 * @param hidden whether another mount covers it
 */
record TreeRow(MountEntry mount, int depth, int parent, boolean hidden) {

    private record Place(MountEntry mount, int depth, int parent) {}

    /** Parents before children. */
    static List<TreeRow> all(MountTable table) {
        List<TreeRow> rows = new ArrayList<>();
        Set<MountEntry> drawn = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Place> pending = new ArrayDeque<>();
        push(table.roots(), 0, -1, pending);
        while (!pending.isEmpty()) {
            Place place = pending.pop();
            if (drawn.add(place.mount())) {
                int number = rows.size();
                rows.add(new TreeRow(place.mount(), place.depth(), place.parent(), !table.isVisible(place.mount())));
                push(table.children(place.mount()), place.depth() + 1, number, pending);
            }
        }
        return rows;
    }

    private static void push(List<MountEntry> mounts, int depth, int parent, Deque<Place> pending) {
        for (int i = mounts.size() - 1; i >= 0; i--) {
            pending.push(new Place(mounts.get(i), depth, parent));
        }
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("depth", depth);
        json.put("at", mount.mountPoint());
        json.put("type", mount.fileSystemType());
        json.put("source", mount.source());
        json.put("root", mount.root());
        json.put("options", mount.mountOptions());
        json.put("super", mount.superOptions());
        if (!mount.propagation().isPrivate() || mount.propagation().unbindable()) {
            json.put("propagation", mount.propagation().toString());
        }
        if (hidden) {
            json.put("hidden", true);
        }
        return json;
    }
}
