package org.isolatedmounts.mountinfo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where mounts and unmounts propagate; see mount_namespaces(7). Each peer group is a box with its members; an arrow leads
 * from a group to its slaves, a dashed one from the nearest dominant group where the master itself is out of sight. Slaves
 * of one group that are not shared themselves stand in one box. Private mounts are left out.
 *
 * <p>As peer groups reach across mount namespaces, the graph can show the tables of several, each with a name.
 */
public final class PropagationGraph {

    /**
     * A box.
     *
     * @param master whose slaves these are
     * @param members empty for a group that is in no table but has slaves here
     */
    record Box(String id, String title, OptionalInt master, OptionalInt propagateFrom, List<String> members) {}

    /** An arrow between the boxes with these ids. */
    record Arrow(String from, String to, boolean dashed) {}

    private final List<Box> boxes;
    private final List<Arrow> arrows;

    private PropagationGraph(Collection<Box> boxes, Collection<Arrow> arrows) {
        this.boxes = List.copyOf(boxes);
        this.arrows = List.copyOf(arrows);
    }

    /**
     * The graph of one table.
     *
     * @param table the table
     * @return its graph
     */
    public static PropagationGraph of(MountTable table) {
        return of(Map.of("", table));
    }

    /**
     * The graph of the tables of several mount namespaces.
     *
     * @param tables the tables, by the name that is put before the mount points of each
     * @return their graph
     */
    public static PropagationGraph of(Map<String, MountTable> tables) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        tables.forEach((name, table) -> table.mounts().stream()
                .filter(mount -> !mount.propagation().isPrivate())
                .forEach(mount -> boxFor(mount.propagation(), boxes)
                        .members()
                        .add((name.isEmpty() ? "" : MountText.visible(name) + " ")
                                + MountText.visible(mount.mountPoint()))));
        Set<Arrow> arrows = new LinkedHashSet<>();
        for (Box box : List.copyOf(boxes.values())) {
            box.master()
                    .ifPresent(master ->
                            arrows.add(new Arrow(groupFor(master, boxes).id(), box.id(), false)));
            box.propagateFrom()
                    .ifPresent(
                            group -> arrows.add(new Arrow(groupFor(group, boxes).id(), box.id(), true)));
        }
        return new PropagationGraph(boxes.values(), arrows);
    }

    private static Box boxFor(MountPropagation propagation, Map<String, Box> boxes) {
        OptionalInt master = propagation.master();
        OptionalInt from = propagation.propagateFrom();
        if (propagation.isShared()) {
            int group = propagation.peerGroup().getAsInt();
            return boxes.computeIfAbsent(
                    "group" + group, id -> new Box(id, "peer group " + group, master, from, new ArrayList<>()));
        }
        String id = "slaves" + master.getAsInt() + (from.isPresent() ? "from" + from.getAsInt() : "");
        return boxes.computeIfAbsent(
                id, any -> new Box(id, "slaves of peer group " + master.getAsInt(), master, from, new ArrayList<>()));
    }

    private static Box groupFor(int group, Map<String, Box> boxes) {
        return boxes.computeIfAbsent(
                "group" + group,
                id -> new Box(id, "peer group " + group, OptionalInt.empty(), OptionalInt.empty(), new ArrayList<>()));
    }

    List<Box> boxes() {
        return boxes;
    }

    List<Arrow> arrows() {
        return arrows;
    }

    /**
     * The graph as text for Graphviz: {@code dot -Tsvg}.
     *
     * @return a directed graph in the language of dot(1)
     */
    public String toDot() {
        StringBuilder dot = new StringBuilder("digraph propagation {\n  rankdir=LR;\n  node [shape=box];\n");
        for (Box box : boxes) {
            dot.append("  ").append(box.id()).append(" [label=\"").append(box.title());
            box.members().forEach(member -> dot.append("\\n").append(quoted(member)));
            dot.append(box.members().isEmpty() ? " (elsewhere)\", style=dashed];\n" : "\"];\n");
        }
        for (Arrow arrow : arrows) {
            dot.append("  ").append(arrow.from()).append(" -> ").append(arrow.to());
            dot.append(arrow.dashed() ? " [style=dashed];\n" : ";\n");
        }
        return dot.append("}\n").toString();
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /**
     * The graph as a picture, complete in itself, light or dark as the viewer prefers.
     *
     * @return an SVG document, which can also stand in an HTML page
     */
    public String toSvg() {
        return new PropagationSvg(this).draw();
    }

    /**
     * As {@link #toDot}.
     *
     * @return the text for Graphviz
     */
    @Override
    public String toString() {
        return toDot();
    }
}
