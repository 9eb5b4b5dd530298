package org.isolatedmounts.mountinfo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Draws the boxes in columns, masters to the left of their slaves, and arrows between them. */
final class PropagationSvg {

    private static final int LINE = 18;
    private static final int MARGIN = 16;
    private static final int PADDING = 10;
    private static final int BETWEEN_COLUMNS = 70;
    private static final double CHARACTER = 7.9;

    private static final String STYLE = """
            <style>
              .propagation { --ink: #1c2733; --muted: #5b6b7b; --box: #f3f6f9; --line: #8496a8; --arrow: #1769aa;
                font: 13px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; background: #ffffff; }
              @media (prefers-color-scheme: dark) {
                .propagation { --ink: #e6edf3; --muted: #9aa8b5; --box: #1d2630; --line: #5b6b7b; --arrow: #6cb6ff;
                  background: #11161c; }
              }
              .propagation rect { fill: var(--box); stroke: var(--line); }
              .propagation .elsewhere, .propagation .dashed { stroke-dasharray: 5 4; }
              .propagation text { fill: var(--ink); white-space: pre; }
              .propagation .title { fill: var(--muted); font-weight: 600; }
              .propagation path { fill: none; stroke: var(--arrow); stroke-width: 1.6; }
              .propagation .head { fill: var(--arrow); stroke: none; }
            </style>
            """;

    private record Place(PropagationGraph.Box box, int x, int y, int width, int height) {

        int middle() {
            return y + height / 2;
        }
    }

    private final PropagationGraph graph;
    private final Map<String, Place> places = new HashMap<>();
    private int width = 2 * MARGIN;
    private int height = 2 * MARGIN;

    PropagationSvg(PropagationGraph graph) {
        this.graph = graph;
    }

    String draw() {
        place();
        StringBuilder svg = new StringBuilder();
        svg.append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"propagation\" role=\"img\" width=\"%d\" height=\"%d\""
                                .formatted(width, height))
                .append(" viewBox=\"0 0 %d %d\">\n<title>Propagation of mounts</title>\n".formatted(width, height))
                .append(STYLE);
        graph.arrows().forEach(arrow -> draw(arrow, svg));
        graph.boxes().forEach(box -> draw(placeOf(box.id()), svg));
        if (graph.boxes().isEmpty()) {
            svg.append("<text x=\"%d\" y=\"%d\">every mount is private</text>\n".formatted(MARGIN, MARGIN + LINE));
        }
        return svg.append("</svg>\n").toString();
    }

    private void place() {
        if (graph.boxes().isEmpty()) {
            width += (int) (24 * CHARACTER);
            height += 2 * LINE;
        }
        int x = MARGIN;
        for (List<PropagationGraph.Box> column : columns()) {
            sortByMasters(column);
            int columnWidth =
                    column.stream().mapToInt(PropagationSvg::widthOf).max().orElse(0);
            int y = MARGIN;
            for (PropagationGraph.Box box : column) {
                int boxHeight = (box.members().size() + 1) * LINE + 2 * PADDING;
                places.put(box.id(), new Place(box, x, y, columnWidth, boxHeight));
                y += boxHeight + MARGIN;
            }
            width = Math.max(width, x + columnWidth + MARGIN);
            height = Math.max(height, y);
            x += columnWidth + BETWEEN_COLUMNS;
        }
    }

    /** So that fewer arrows cross. */
    private void sortByMasters(List<PropagationGraph.Box> column) {
        Map<String, Integer> heights = new HashMap<>();
        for (PropagationGraph.Arrow arrow : graph.arrows()) {
            Place master = places.get(arrow.from());
            if (master != null) {
                heights.merge(arrow.to(), master.middle(), Math::min);
            }
        }
        column.sort(Comparator.comparingInt(box -> heights.getOrDefault(box.id(), 0)));
    }

    private static int widthOf(PropagationGraph.Box box) {
        int characters = box.members().stream()
                .mapToInt(member -> member.codePointCount(0, member.length()))
                .max()
                .orElse(0);
        return (int) (Math.max(characters, titleOf(box).length()) * CHARACTER) + 2 * PADDING;
    }

    private static String titleOf(PropagationGraph.Box box) {
        return box.members().isEmpty() ? box.title() + " (elsewhere)" : box.title();
    }

    /** Each box one column to the right of the rightmost that has an arrow to it. */
    private List<List<PropagationGraph.Box>> columns() {
        Map<String, Integer> depths = new HashMap<>();
        // no way is longer than there are boxes, and in a circle, which the kernel never makes, all are too long
        boolean changed = true;
        for (int round = 0; changed && round < graph.boxes().size(); round++) {
            changed = false;
            for (PropagationGraph.Arrow arrow : graph.arrows()) {
                int depth = depths.getOrDefault(arrow.from(), 0) + 1;
                if (depth < graph.boxes().size() && depth > depths.getOrDefault(arrow.to(), 0)) {
                    depths.put(arrow.to(), depth);
                    changed = true;
                }
            }
        }
        List<List<PropagationGraph.Box>> columns = new ArrayList<>();
        for (PropagationGraph.Box box : graph.boxes()) {
            int depth = depths.getOrDefault(box.id(), 0);
            while (columns.size() <= depth) {
                columns.add(new ArrayList<>());
            }
            columns.get(depth).add(box);
        }
        return columns;
    }

    private Place placeOf(String id) {
        return Objects.requireNonNull(places.get(id));
    }

    private static void draw(Place place, StringBuilder svg) {
        PropagationGraph.Box box = place.box();
        svg.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n"
                .formatted(
                        box.members().isEmpty() ? "elsewhere" : "group",
                        place.x(),
                        place.y(),
                        place.width(),
                        place.height()));
        int y = place.y() + PADDING + LINE - 5;
        svg.append(
                "<text class=\"title\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(place.x() + PADDING, y, titleOf(box)));
        for (String member : box.members()) {
            y += LINE;
            svg.append("<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(place.x() + PADDING, y, escaped(member)));
        }
    }

    private void draw(PropagationGraph.Arrow arrow, StringBuilder svg) {
        Place from = placeOf(arrow.from());
        Place to = placeOf(arrow.to());
        int startX = from.x() + from.width();
        int endX = to.x() - 8;
        int bend = BETWEEN_COLUMNS / 2;
        svg.append("<path class=\"%s\" d=\"M%d %d C%d %d %d %d %d %d\"/>\n"
                .formatted(
                        arrow.dashed() ? "dashed" : "solid",
                        startX,
                        from.middle(),
                        startX + bend,
                        from.middle(),
                        endX - bend,
                        to.middle(),
                        endX,
                        to.middle()));
        svg.append("<path class=\"head\" d=\"M%d %d l-8 -5 v10 z\"/>\n".formatted(to.x(), to.middle()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
