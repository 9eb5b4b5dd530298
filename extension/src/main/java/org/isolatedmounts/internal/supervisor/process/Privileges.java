package org.isolatedmounts.internal.supervisor.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a fork may not keep: every capability with which it could take its mounts off or reach beyond them. */
final class Privileges {

    /**
     * What lets root mount, load code into the kernel, write to devices past it, make device files, open a file by its
     * handle wherever it lies, look into other processes, or set the clock of all. By number if an old libcap-ng does not
     * know the name: 38 is perfmon, 39 bpf, 40 checkpoint_restore.
     */
    private static final String UNDOING = "-sys_admin,-sys_module,-sys_rawio,-sys_boot,-mknod,-dac_read_search,"
            + "-sys_ptrace,-sys_time,-cap_38,-cap_39,-cap_40";

    private Privileges() {}

    /**
     * The start of a command line that drops them for good: from the bounding set too, or the next {@code execve} gives
     * them back to root. An ordinary user's fork keeps none; root keeps the rest, with which it writes into the files
     * of others.
     */
    static List<String> dropCommand() {
        return List.of(
                "setpriv",
                "--ambient-caps=-all",
                "--inh-caps=-all",
                "--bounding-set=" + (isRoot() ? UNDOING : "-all"),
                "--no-new-privs",
                "--");
    }

    private static boolean isRoot() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .anyMatch(line -> line.startsWith("Uid:\t0\t"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
