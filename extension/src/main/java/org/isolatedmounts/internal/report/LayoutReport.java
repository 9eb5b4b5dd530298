package org.isolatedmounts.internal.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.DiskContent;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;

/** The declared mounts of a fork as the kernel lists them, and how they were laid, for the console. */
public final class LayoutReport {

    private static final String ORDINARY_USER = " --map-current-user --keep-caps";

    private LayoutReport() {}

    /** A headline and a line for each mount, in the order of the layout, then the commands that lay the same by hand. */
    public static String of(String testName, LayoutPlan layout, ForkEvent.Laid laid) {
        MountTable table = MountTable.parse(laid.mountInfo());
        Columns mounts = new Columns();
        layout.mounts()
                .forEach(mount ->
                        mounts.row(List.of(OneLine.of(place(mount, laid)), OneLine.of(describe(mount, laid, table)))));
        String headline = "[isolated-mounts] " + testName + " in " + laid.mountNamespace();
        return Stream.of(Stream.of(headline), mounts.lines().stream(), byHand(layout, laid.commands()))
                .flatMap(each -> each)
                .map(line -> line + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private static Stream<String> byHand(LayoutPlan layout, List<String> commands) {
        return commands.isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of("  by hand, " + whereByHand(layout) + ":"),
                        commands.stream().map(command -> "    " + command));
    }

    /** Where the commands of a layout do by hand what was done for the fork. */
    static String whereByHand(LayoutPlan layout) {
        String unshare = layout.hostMounts().isSlave() ? "unshare --mount --propagation slave" : "unshare --mount";
        return "in the shell of `" + unshare + "` (not as root: `" + unshare + ORDINARY_USER + "`)";
    }

    /** The mount point as it is declared, and where it is if symbolic links lead elsewhere. */
    static String place(MountPlan mount, ForkEvent.Laid laid) {
        String real = laid.real(mount.mountPoint());
        return real.equals(mount.mountPoint()) ? real : mount.mountPoint() + " -> " + real;
    }

    /** How a declared mount is laid, in one line. */
    static String describe(MountPlan mount, ForkEvent.Laid laid, MountTable table) {
        if (mount.isAbsent()) {
            return "taken away";
        }
        return table.at(laid.real(mount.mountPoint()))
                .map(entry -> what(mount, entry) + "  " + String.join(",", entry.mountOptions()))
                .orElse("(hidden by another mount)");
    }

    private static String what(MountPlan mount, MountEntry entry) {
        return mount.tree()
                .match(
                        made -> fileSystem(entry),
                        copy -> "bind of " + copy.source(),
                        file -> "file of " + file.bytes().length + " B",
                        overlay -> "overlay of "
                                + overlay.lower().stream().map(Source::toString).collect(Collectors.joining(", ")),
                        disk -> fileSystem(entry) + image(disk),
                        mask -> "masked",
                        absent -> "taken away");
    }

    private static String fileSystem(MountEntry entry) {
        return entry.fileSystemType() + "  " + String.join(",", entry.superOptions());
    }

    private static String image(Tree.Disk disk) {
        return disk.content() instanceof DiskContent.Image image ? "  image " + image.file() : "";
    }
}
