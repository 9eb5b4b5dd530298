package org.isolatedmounts.internal.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.internal.availability.machine.Machine;
import org.isolatedmounts.internal.availability.machine.ProcStatus;

/** Who the caller is, and what is granted and limited by number. */
final class RightsFacts {

    private static final String EVERY_ID = "0 0 4294967295";

    private RightsFacts() {}

    static List<Fact> of(Machine machine, ProcStatus status) {
        return List.of(
                Fact.of("caller", "caller", caller(machine, status)),
                Fact.of(
                        "capabilities",
                        "capabilities",
                        "effective " + status.value("CapEff") + ", " + (status.hasSysAdmin() ? "with" : "without")
                                + " CAP_SYS_ADMIN",
                        "bounding  " + status.value("CapBnd")),
                new Fact("userNamespaces", "user namespaces", userNamespaces(machine)),
                Fact.of("processes", "processes", processes(machine)));
    }

    private static String caller(Machine machine, ProcStatus status) {
        String map = machine.read("/proc/self/uid_map")
                .orElse("")
                .strip()
                .replaceAll("\\s*\\n\\s*", "; ")
                .replaceAll("\\s+", " ");
        String namespace = map.equals(EVERY_ID)
                ? ", in the machine's first user namespace"
                : map.isEmpty() ? "" : ", in a user namespace (uid_map: " + map + ")";
        return Facts.ids(Optional.of(status)) + namespace;
    }

    private static List<String> userNamespaces(Machine machine) {
        if (!machine.exists("/proc/self/ns/user")) {
            return List.of("not in this kernel: there is no /proc/self/ns/user");
        }
        return Stream.of(
                        "kernel.unprivileged_userns_clone",
                        "kernel.apparmor_restrict_unprivileged_userns",
                        "user.max_user_namespaces",
                        "user.max_mnt_namespaces",
                        "user.max_pid_namespaces")
                .flatMap(name ->
                        machine.read("/proc/sys/" + name.replace('.', '/')).map(value -> name + " = " + value).stream())
                .toList();
    }

    private static String processes(Machine machine) {
        return machine.read("/proc/self/limits").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("Max processes"))
                .map(line -> "at most "
                        + line.substring("Max processes".length()).strip().split("\\s+", 2)[0]
                        + " of this user (RLIMIT_NPROC)")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(), text -> text.isEmpty() ? "/proc/self/limits does not say" : text));
    }
}
