package org.isolatedmounts.internal.doctor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.isolatedmounts.internal.availability.Availability;
import org.isolatedmounts.internal.availability.machine.Container;
import org.isolatedmounts.internal.availability.machine.Machine;
import org.isolatedmounts.internal.availability.machine.ProcStatus;

/** Who else may have a say in what a process does. */
final class SecurityFacts {

    private static final String ATTRIBUTE = "/proc/self/attr/current";
    private static final Pattern SELINUX_CONTEXT = Pattern.compile("[^:() ]+:[^:() ]+:[^:() ]+(:.*)?");

    private SecurityFacts() {}

    static List<Fact> of(Machine machine, ProcStatus status) {
        return List.of(
                Fact.of("seccomp", "seccomp", seccomp(status)),
                Fact.of("appArmor", "AppArmor", appArmor(machine)),
                Fact.of("seLinux", "SELinux", seLinux(machine)),
                Fact.of("procMasks", "/proc", procMasks(machine)),
                new Fact("container", "container", container(machine)));
    }

    private static String seccomp(ProcStatus status) {
        String newPrivileges = status.value("NoNewPrivs").equals("1") ? "; no_new_privs is set" : "";
        return (status.hasSeccompFilter()
                        ? "system calls are filtered (Seccomp: 2, filters: " + status.value("Seccomp_filters") + ")"
                        : "no filter (Seccomp: " + status.value("Seccomp") + ")")
                + newPrivileges;
    }

    private static String appArmor(Machine machine) {
        String parameter = "/sys/module/apparmor/parameters/enabled";
        Optional<String> enabled = machine.read(parameter);
        if (enabled.isEmpty()) {
            return "not in this kernel: no " + parameter;
        }
        return enabled.get().equals("Y")
                ? "on; this process: " + machine.read(ATTRIBUTE).orElse("unknown")
                : "off (" + parameter + ": " + enabled.get() + ")";
    }

    private static String seLinux(Machine machine) {
        String mode = machine.read("/sys/fs/selinux/enforce")
                .map(enforce -> enforce.equals("1") ? "enforcing" : "permissive")
                .orElse("");
        // within containers only the context shows that it is on
        Optional<String> context = machine.read(ATTRIBUTE)
                .filter(label -> SELINUX_CONTEXT.matcher(label).matches());
        if (mode.isEmpty() && context.isEmpty()) {
            return "off: no /sys/fs/selinux/enforce";
        }
        return (mode.isEmpty() ? "on" : mode) + "; this process: " + context.orElse("unknown");
    }

    private static String procMasks(Machine machine) {
        List<String> masks = Availability.procMasks(machine);
        return masks.isEmpty() ? "nothing is mounted over parts of it" : "masked: " + String.join(", ", masks);
    }

    private static List<String> container(Machine machine) {
        Container container = Container.around(machine);
        String manager = machine.read("/run/systemd/container")
                .map(name -> "; /run/systemd/container: " + name)
                .orElse("");
        return List.of(
                (container == Container.NONE
                                ? "none is seen"
                                : container.title() + " (" + container.mark() + " exists)")
                        + manager,
                rootDirectory(machine));
    }

    /** The last mount at "/" is the one that is seen. */
    private static String rootDirectory(Machine machine) {
        return machine.read("/proc/self/mountinfo")
                .orElse("")
                .lines()
                .filter(line -> line.split(" ", 6).length > 5 && line.split(" ", 6)[4].equals("/"))
                .reduce((first, second) -> second)
                .map(line -> line.substring(line.indexOf(" - ") + 3).split(" ", -1))
                .filter(words -> words.length > 1)
                .map(words -> "root directory: " + words[0] + " on " + words[1])
                .orElse("root directory: no mount, as in a chroot");
    }
}
