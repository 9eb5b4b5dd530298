package org.isolatedmounts.internal.availability;

import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.availability.machine.CommandResult;
import org.isolatedmounts.internal.availability.machine.Container;
import org.isolatedmounts.internal.availability.machine.Machine;
import org.isolatedmounts.internal.availability.machine.ProcStatus;
import org.isolatedmounts.internal.availability.suspect.Diagnosis;
import org.isolatedmounts.internal.availability.suspect.FailedProbe;
import org.isolatedmounts.internal.availability.suspect.NewProc;
import org.isolatedmounts.internal.availability.trial.Denial;
import org.isolatedmounts.internal.availability.trial.LayTrial;
import org.isolatedmounts.internal.availability.trial.RefusedCall;
import org.isolatedmounts.internal.availability.trial.Stage;

/** Whether a supervisor can have its private mount namespace here; found out by trying, one step after another. */
public final class Availability {

    private Availability() {}

    /** The first denial; empty if every step of starting a supervisor succeeds. */
    public static Optional<Denial> probe(Machine machine) {
        return Requirements.firstUnmet(machine)
                .or(() -> ProcStatus.of(machine).flatMap(status -> stages(machine, status)));
    }

    private static Optional<Denial> stages(Machine machine, ProcStatus status) {
        for (Stage stage : Stage.required()) {
            if (!stage.concerns(status)) {
                continue;
            }
            CommandResult result = stage.tryOn(machine, status);
            if (!result.succeeded() && !result.isNotFound()) {
                return Optional.of(
                        Diagnosis.of(new FailedProbe(machine, status, Container.around(machine), stage, result)));
            }
        }
        return Optional.empty();
    }

    /**
     * Why a fork could not be started or its mounts not be laid, if the machine is to blame.
     *
     * @param message of the failure, with the system call and the errno, or with what a program has said
     */
    public static Optional<Denial> explain(Machine machine, String message) {
        Optional<RefusedCall> call = RefusedCall.in(message);
        return call.isPresent() || RefusedCall.isOfProgram(message) || LayTrial.isWithoutLibrary(message)
                ? probe(machine).or(() -> call.flatMap(refused -> denial(machine, refused)))
                : Optional.empty();
    }

    private static Optional<Denial> denial(Machine machine, RefusedCall call) {
        return ProcStatus.of(machine)
                .map(status -> Diagnosis.of(
                        new FailedProbe(machine, status, Container.around(machine), call.stage(), call.asResult())));
    }

    /** Root with CAP_SYS_ADMIN makes mount namespaces directly, everyone else in a user namespace. */
    public static boolean needsUserNamespace(Machine machine) {
        return ProcStatus.of(machine).map(ProcStatus::needsUserNamespace).orElse(true);
    }

    /** The mount points over parts of {@code /proc}. */
    public static List<String> procMasks(Machine machine) {
        return NewProc.masks(machine);
    }

    /**
     * What to tell if mount namespaces work and only a new {@code /proc} is refused: tests run all the same, but see
     * a {@code /proc} that does not belong to their pid namespace.
     */
    public static Optional<String> procWarning(Machine machine) {
        return Requirements.firstUnmet(machine).isPresent()
                ? Optional.empty()
                : ProcStatus.of(machine).flatMap(status -> NewProc.warning(machine, status));
    }
}
