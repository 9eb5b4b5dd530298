package org.isolatedmounts.internal.availability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.availability.StageResult.Answer;
import org.isolatedmounts.internal.availability.machine.CommandResult;
import org.isolatedmounts.internal.availability.machine.CommandResult.Ending;
import org.isolatedmounts.internal.availability.machine.Container;
import org.isolatedmounts.internal.availability.machine.Machine;
import org.isolatedmounts.internal.availability.machine.ProcStatus;
import org.isolatedmounts.internal.availability.suspect.Diagnosis;
import org.isolatedmounts.internal.availability.suspect.FailedProbe;
import org.isolatedmounts.internal.availability.suspect.UtilLinux;
import org.isolatedmounts.internal.availability.trial.Denial;
import org.isolatedmounts.internal.availability.trial.Layer;
import org.isolatedmounts.internal.availability.trial.Stage;

/**
 * Every stage tried, whatever became of those before it.
 *
 * @param denial the result of {@link Availability#probe}: empty if isolated tests will run
 */
public record Survey(Optional<Denial> denial, List<StageResult> stages) {

    public static Survey of(Machine machine) {
        Optional<Denial> unmet = Requirements.firstUnmet(machine);
        Optional<ProcStatus> status = ProcStatus.of(machine);
        boolean hopeless = status.isEmpty()
                || unmet.filter(denial -> denial.layer() == Layer.OPERATING_SYSTEM)
                        .isPresent();
        return hopeless ? nothingTried(unmet) : new Trial(machine, status.get(), unmet).examine();
    }

    private static Survey nothingTried(Optional<Denial> unmet) {
        String reason = unmet.map(Denial::evidence).orElse("");
        return new Survey(
                unmet,
                List.of(Stage.values()).stream()
                        .map(stage -> StageResult.of(stage, Answer.NOT_PROBED, reason))
                        .toList());
    }

    public StageResult result(Stage stage) {
        return stages.stream()
                .filter(result -> result.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    private static final class Trial {

        private final Machine machine;
        private final ProcStatus status;
        private Optional<Denial> denial;
        private boolean hung;

        Trial(Machine machine, ProcStatus status, Optional<Denial> denial) {
            this.machine = machine;
            this.status = status;
            this.denial = denial;
        }

        Survey examine() {
            List<StageResult> results = new ArrayList<>();
            for (Stage stage : Stage.values()) {
                results.add(result(stage));
            }
            return new Survey(denial, List.copyOf(results));
        }

        private StageResult result(Stage stage) {
            if (!stage.concerns(status)) {
                return StageResult.of(stage, Answer.NOT_NEEDED, "root needs none");
            }
            if (hung) {
                // each would take as long as the first one: all in all too long to wait for
                return StageResult.of(stage, Answer.NOT_PROBED, "a probe before it did not end in time");
            }
            if (stage == Stage.RECURSIVE_READ_ONLY && !UtilLinux.mountsRecursively(machine)) {
                return StageResult.of(
                        stage,
                        Answer.NOT_PROBED,
                        "it takes a mount(8) that lists fd-based-mount among its features (util-linux 2.39 or later), and"
                                + " this one does not");
            }
            return tried(stage, stage.tryOn(machine, status));
        }

        private StageResult tried(Stage stage, CommandResult result) {
            hung = result.ending() == Ending.TIMED_OUT;
            if (result.succeeded()) {
                return StageResult.of(stage, Answer.YES, "");
            }
            if (result.isNotFound()) {
                return StageResult.of(stage, Answer.NOT_PROBED, result.output().strip());
            }
            Optional<Denial> reason = denial.isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            Diagnosis.of(new FailedProbe(machine, status, Container.around(machine), stage, result)));
            if (stage.isRequired()) {
                denial = denial.or(() -> reason);
            }
            return new StageResult(stage, Answer.NO, result.evidence(), reason);
        }
    }
}
