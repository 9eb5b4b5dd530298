package org.isolatedmounts.internal.availability.suspect;

import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.availability.machine.CommandResult;
import org.isolatedmounts.internal.availability.machine.Container;
import org.isolatedmounts.internal.availability.machine.Machine;
import org.isolatedmounts.internal.availability.machine.ProcStatus;
import org.isolatedmounts.internal.availability.trial.Layer;
import org.isolatedmounts.internal.availability.trial.Stage;

/** A new {@code /proc} in a user namespace is refused while something is mounted over parts of the old one. */
public final class NewProc {

    private NewProc() {}

    public static Optional<String> warning(Machine machine, ProcStatus status) {
        CommandResult proc = Stage.NEW_PROC.tryOn(machine, status);
        if (proc.succeeded() || !Stage.PID_NAMESPACE.tryOn(machine, status).succeeded()) {
            return Optional.empty();
        }
        String masks = String.join(", ", masks(machine));
        return Optional.of("""
                No /proc of their own for the tests: they see the one of the host, with its process ids.
                %s
                Fix, if tests depend on it: %s\
                """.formatted(
                        (proc.evidence() + (masks.isEmpty() ? "" : "\nmounted over parts of /proc: " + masks))
                                .indent(2)
                                .stripTrailing(),
                        fix(Container.around(machine))));
    }

    static Optional<Finding> masked(FailedProbe probe) {
        List<String> masks = masks(probe.machine());
        return probe.denied() && !masks.isEmpty()
                ? Optional.of(new Finding(
                        Layer.PROC_MASKED,
                        true,
                        "mounted over parts of /proc: " + String.join(", ", masks),
                        fix(probe.container())))
                : Optional.empty();
    }

    public static List<String> masks(Machine machine) {
        return machine.read("/proc/self/mountinfo")
                .orElse("")
                .lines()
                .map(line -> line.split(" ", -1))
                .filter(fields -> fields.length > 4 && fields[4].startsWith("/proc/"))
                .map(fields -> fields[4])
                .distinct()
                .toList();
    }

    private static String fix(Container container) {
        return switch (container) {
            case KUBERNETES -> "securityContext: {procMount: Unmasked} (in a pod with hostUsers: false)";
            case PODMAN -> container.runWith("--security-opt unmask=ALL");
            case DOCKER -> container.runWith("--security-opt systempaths=unconfined");
            case NONE ->
                "umount what is mounted over parts of /proc (docker run --security-opt systempaths=unconfined).";
        };
    }
}
