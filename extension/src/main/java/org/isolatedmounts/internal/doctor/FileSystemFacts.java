package org.isolatedmounts.internal.doctor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.internal.availability.machine.Machine;
import org.isolatedmounts.internal.availability.trial.WorkDirectoryChoice;

/** Programs, file systems and devices that mounting takes. */
final class FileSystemFacts {

    private static final List<String> UNSHARE_OPTIONS =
            List.of("--map-current-user", "--keep-caps", "--kill-child", "--propagation", "--mount-proc");
    private static final List<String> FILE_SYSTEMS =
            List.of("tmpfs", "overlay", "ext4", "xfs", "btrfs", "squashfs", "erofs", "vfat", "iso9660", "fuse");

    private FileSystemFacts() {}

    static List<Fact> of(Machine machine) {
        return List.of(
                new Fact(
                        "utilLinux",
                        "util-linux",
                        Stream.of("unshare", "mount", "setpriv")
                                .map(program -> version(machine, program))
                                .toList()),
                Fact.of("unshareOptions", "options of unshare", unshareOptions(machine)),
                Fact.of("fileSystems", "file systems", fileSystems(machine)),
                Fact.of(
                        "loopDevices",
                        "loop devices",
                        "/dev/loop-control " + (machine.exists("/dev/loop-control") ? "exists" : "does not exist")),
                Fact.of(
                        "workDirectory",
                        "work directory",
                        WorkDirectoryChoice.of(machine).orElse("none: /sys is not mounted, and no other is empty")));
    }

    private static String version(Machine machine, String program) {
        return machine.onPath(program)
                ? machine.run(List.of(program, "--version"))
                        .output()
                        .lines()
                        .filter(line -> line.contains("util-linux") || line.contains("BusyBox"))
                        .map(line -> line.strip().replaceFirst(" \\(libmount.*", ""))
                        .findFirst()
                        .orElse(program + " is not of util-linux")
                : program + " is not on PATH";
    }

    private static String unshareOptions(Machine machine) {
        String help = machine.run(List.of("unshare", "--help")).output();
        List<String> missing = UNSHARE_OPTIONS.stream()
                .filter(option -> !help.contains(option))
                .toList();
        return missing.isEmpty()
                ? "all that is needed: " + String.join(", ", UNSHARE_OPTIONS)
                : "missing: " + String.join(", ", missing);
    }

    private static String fileSystems(Machine machine) {
        List<String> listed = machine.read("/proc/filesystems")
                .orElse("")
                .lines()
                .map(line -> line.strip().replaceFirst("^nodev\\s+", ""))
                .toList();
        return FILE_SYSTEMS.stream()
                .filter(listed::contains)
                .collect(Collectors.joining(", ", "", " (others may be modules that are not loaded)"));
    }
}
