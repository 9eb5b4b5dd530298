package org.isolatedmounts.internal.availability;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isolatedmounts.internal.availability.machine.Machine;
import org.isolatedmounts.internal.availability.machine.ProcStatus;
import org.isolatedmounts.internal.availability.suspect.UtilLinux;
import org.isolatedmounts.internal.availability.trial.Denial;
import org.isolatedmounts.internal.availability.trial.Layer;
import org.isolatedmounts.internal.availability.trial.WorkDirectoryChoice;

/** What must be there before anything is worth trying. */
final class Requirements {

    private static final String ATTEMPT = "creating a mount namespace";
    private static final Pattern RELEASE = Pattern.compile("(\\d+)\\.(\\d+).*", Pattern.DOTALL);

    private Requirements() {}

    static Optional<Denial> firstUnmet(Machine machine) {
        return operatingSystem(machine)
                .or(() -> proc(machine))
                .or(() -> programs(machine))
                .or(() -> kernel(machine))
                .or(() -> WorkDirectoryChoice.denial(machine));
    }

    private static Optional<Denial> operatingSystem(Machine machine) {
        return machine.osName().equals("Linux")
                ? Optional.empty()
                : Optional.of(new Denial(
                        Layer.OPERATING_SYSTEM,
                        ATTEMPT,
                        "os.name = " + machine.osName(),
                        "run these tests on Linux: a virtual machine, a container or a CI runner."));
    }

    private static Optional<Denial> proc(Machine machine) {
        return ProcStatus.of(machine).isPresent()
                ? Optional.empty()
                : Optional.of(new Denial(
                        Layer.PROC, ATTEMPT, "/proc/self/status cannot be read", "mount -t proc proc /proc"));
    }

    /** mount_setattr(2) came with Linux 5.12. */
    private static Optional<Denial> kernel(Machine machine) {
        String release = machine.read("/proc/sys/kernel/osrelease").orElse("");
        Matcher matcher = RELEASE.matcher(release);
        // a release that cannot be parsed proves nothing
        if (!matcher.matches() || atLeast(matcher, 5, 12)) {
            return Optional.empty();
        }
        return Optional.of(new Denial(
                Layer.KERNEL_VERSION,
                "changing the flags of whole mount trees (mount_setattr)",
                "kernel.osrelease = " + release + ", Linux 5.12 is the first that will do",
                "boot a kernel of version 5.12 or later (in a container it is the kernel of the host that counts)."));
    }

    private static boolean atLeast(Matcher release, int major, int minor) {
        int actual = Integer.parseInt(release.group(1));
        return actual > major || (actual == major && Integer.parseInt(release.group(2)) >= minor);
    }

    private static Optional<Denial> programs(Machine machine) {
        List<String> missing = List.of("sh", "unshare", "mount", "setpriv").stream()
                .filter(program -> !machine.onPath(program))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Denial(
                        Layer.PROGRAMS,
                        ATTEMPT,
                        "not found on PATH: " + String.join(", ", missing),
                        missing.equals(List.of("sh"))
                                ? "install a POSIX shell and put it on PATH."
                                : UtilLinux.INSTALL));
    }
}
