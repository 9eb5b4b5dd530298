package org.isolatedmounts.internal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.MountUsage;
import org.isolatedmounts.internal.event.Reading;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.mountinfo.MalformedMountInfoException;
import org.isolatedmounts.mountinfo.MountChange;
import org.isolatedmounts.mountinfo.MountTable;

/**
 * The mounts of a test that failed: as they were laid, how full they were, what had changed, who the test was and what
 * the supervisor had done.
 *
 * @param examined what the supervisor saw at the failure, if it came to that
 */
public record FailureReport(
        String title, LayoutPlan layout, ForkEvent.Laid laid, Optional<ForkEvent.Examined> examined) {

    /** Of a path that is taken away. */
    private static final String NO_MOUNT = "-";

    /** So that the brief report, with all that stands around, stays under 60 lines. */
    private static final int MOST_MOUNTS = 16;

    private static final int MOST_CHANGES = 10;
    private static final int MOST_COMMANDS = 8;

    /** Of a cell in the table of a brief report. */
    private static final int WIDEST = 72;

    private static final String NOT_EXAMINED = "the supervisor did not come to look";

    /** What matters most, for the console. */
    public List<String> brief() {
        return lines(MOST_MOUNTS, MOST_CHANGES, true);
    }

    /** Everything, for a file. */
    public List<String> full() {
        List<String> lines = lines(Integer.MAX_VALUE, Integer.MAX_VALUE, false);
        lines.add("mount table as laid:");
        lines.addAll(table(laid.mountInfo()));
        if (mountInfo().isKnown() && !mountInfo().text().equals(laid.mountInfo())) {
            lines.add("mount table at the failure:");
            lines.addAll(table(mountInfo().text()));
        }
        return lines;
    }

    private List<String> lines(int mostMounts, int mostChanges, boolean brief) {
        List<String> lines = new ArrayList<>();
        lines.add("mounts of " + (brief ? OneLine.brief(title) : OneLine.of(title)) + " when it failed, in "
                + laid.mountNamespace());
        MountTable table = MountTable.parse(laid.mountInfo());
        lines.addAll(mounts(table, mostMounts, brief));
        Stream.of(changes(table, mostChanges), process(), commands(brief))
                .flatMap(List::stream)
                .map(brief ? OneLine::brief : OneLine::of)
                .forEach(lines::add);
        return lines;
    }

    private List<String> mounts(MountTable table, int most, boolean brief) {
        if (layout.mounts().isEmpty()) {
            return List.of("  no mount is declared");
        }
        List<Integer> chosen = IntStream.range(0, layout.mounts().size())
                .boxed()
                .sorted(Comparator.comparing(index -> !UsageText.isUsedUp(usage(index))))
                .limit(most)
                .sorted()
                .toList();
        Columns columns = new Columns().row(List.of("mount point", "space", "inodes", "laid as"));
        for (int index : chosen) {
            MountPlan mount = layout.mounts().get(index);
            MountUsage usage = usage(index);
            columns.row(Stream.of(
                            LayoutReport.place(mount, laid),
                            mount.isAbsent() ? NO_MOUNT : UsageText.space(usage),
                            mount.isAbsent() ? NO_MOUNT : UsageText.inodes(usage),
                            LayoutReport.describe(mount, laid, table))
                    .map(cell -> brief ? OneLine.brief(cell, WIDEST) : OneLine.of(cell))
                    .toList());
        }
        return withRest(columns.lines(), layout.mounts().size() - chosen.size(), "mounts");
    }

    private MountUsage usage(int index) {
        return examined.map(state -> state.mounts().get(index))
                .orElseGet(() -> MountUsage.unknown(layout.mounts().get(index).mountPoint(), NOT_EXAMINED));
    }

    private List<String> changes(MountTable table, int most) {
        if (!mountInfo().isKnown()) {
            return List.of("changed since: " + unknown(mountInfo()));
        }
        try {
            List<MountChange> changes =
                    MountTable.parse(mountInfo().text()).changesSince(table).changes();
            if (changes.isEmpty()) {
                return List.of("no mount has changed since");
            }
            List<String> lines = Stream.concat(
                            Stream.of("changed since:"),
                            changes.stream().limit(most).map(change -> "  " + change))
                    .toList();
            return withRest(lines, changes.size() - most, "changes");
        } catch (MalformedMountInfoException e) {
            return List.of("changed since: unknown: " + e.getMessage());
        }
    }

    private Reading mountInfo() {
        return examined.map(ForkEvent.Examined::mountInfo).orElseGet(() -> Reading.unknown(NOT_EXAMINED));
    }

    private List<String> process() {
        Reading status = examined.map(ForkEvent.Examined::processStatus).orElseGet(() -> Reading.unknown(NOT_EXAMINED));
        if (!status.isKnown()) {
            return List.of("process: " + unknown(status));
        }
        ProcessText process = new ProcessText(status.text());
        return List.of("process: " + process.ids(), "  " + process.capabilities());
    }

    /** Those for the declared mounts; most of the others are for mount points that the host lacks. */
    private List<String> commands(boolean brief) {
        List<String> all = laid.commands();
        if (all.isEmpty()) {
            return List.of();
        }
        if (!brief || all.size() <= MOST_COMMANDS) {
            return indented("laid by the supervisor; the same by hand, " + LayoutReport.whereByHand(layout) + ":", all);
        }
        List<String> declared =
                all.stream().filter(this::isForDeclared).limit(MOST_COMMANDS).toList();
        return indented(
                "laid by the supervisor, with " + (all.size() - declared.size())
                        + " more commands that isolatedmounts.verbose=true prints:",
                declared);
    }

    private boolean isForDeclared(String command) {
        return command.startsWith("mount ")
                && layout.mounts().stream()
                        .map(mount -> laid.real(mount.mountPoint()))
                        .anyMatch(at -> command.endsWith(" " + at) || command.endsWith(" '" + at + "'"));
    }

    private static List<String> indented(String headline, List<String> lines) {
        return Stream.concat(Stream.of(headline), lines.stream().map(line -> "  " + line))
                .toList();
    }

    private static String unknown(Reading reading) {
        return "unknown: " + reading.problem();
    }

    private static List<String> table(String mountInfo) {
        return mountInfo.lines().map(line -> "  " + line).toList();
    }

    private static List<String> withRest(List<String> lines, int rest, String of) {
        return rest <= 0
                ? lines
                : Stream.concat(lines.stream(), Stream.of("  ... " + rest + " more " + of))
                        .toList();
    }
}
