package org.isolatedmounts.mountinfo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of cells in columns. A cell that is much longer than the others of its column does not widen it. */
final class MountTextTable {

    private static final int WIDEST = 48;
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    void add(String... cells) {
        lines.add(List.of(cells));
    }

    @Override
    public String toString() {
        int columns = lines.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = IntStream.range(0, columns).map(this::width).toArray();
        return lines.stream().map(cells -> line(cells, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        int end = 0;
        int used = 0;
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(cell);
            used += width(cell);
            end += widths[column];
            int padding = Math.max(0, end - used);
            line.append(" ".repeat(padding)).append(GAP);
            used += padding;
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return lines.stream()
                .mapToInt(cells -> width(cells.get(column)))
                .filter(width -> width <= WIDEST)
                .max()
                .orElse(0);
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
