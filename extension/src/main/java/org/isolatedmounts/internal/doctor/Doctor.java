package org.isolatedmounts.internal.doctor;

import java.util.Optional;
import org.isolatedmounts.internal.availability.Availability;
import org.isolatedmounts.internal.availability.Survey;
import org.isolatedmounts.internal.availability.machine.CommandResult;
import org.isolatedmounts.internal.availability.machine.Machine;
import org.isolatedmounts.internal.availability.machine.ProcStatus;
import org.isolatedmounts.internal.availability.trial.Denial;

/** Examines a machine, each probe under a time limit. */
public final class Doctor {

    private Doctor() {}

    /**
     * Why isolated tests will not run here, with what the doctor has to say about it; empty if they will. On a machine
     * that denies nothing, something else was the matter, and a whole survey would only delay the news of it.
     */
    public static Optional<String> explainUnavailability(Machine machine) {
        return Availability.probe(machine).map(denial -> denial.message() + "\n" + ShortReport.of(examine(machine)));
    }

    /** Why a fork could not be started or laid, if the machine is to blame; see {@link Availability#explain}. */
    public static Optional<String> explainFailure(Machine machine, String message) {
        return Availability.explain(machine, message).map(Denial::reason);
    }

    static Findings examine(Machine machine) {
        Optional<ProcStatus> status = ProcStatus.of(machine);
        boolean isRoot = status.filter(ProcStatus::isRoot).isPresent();
        User caller = isRoot ? User.ROOT : User.ORDINARY_USER;
        Column own = Column.probed(caller, Survey.of(machine), "probed as the caller, " + Facts.ids(status));
        Column other = isRoot ? ordinaryUser(machine) : root(status);
        return new Findings(Facts.of(machine), caller, isRoot ? own : other, isRoot ? other : own);
    }

    private static Column ordinaryUser(Machine machine) {
        OrdinaryUser user = new OrdinaryUser(machine);
        CommandResult become = user.become();
        return become.succeeded()
                ? Column.probed(
                        User.ORDINARY_USER, Survey.of(user), "probed as uid " + OrdinaryUser.UID + " through setpriv")
                : Column.notProbed(
                        User.ORDINARY_USER,
                        "not probed, as root cannot become uid " + OrdinaryUser.UID + ": "
                                + become.evidence().replace("\n", ", "));
    }

    private static Column root(Optional<ProcStatus> status) {
        return Column.notProbed(
                User.ROOT, "not probed, as the caller is " + Facts.ids(status) + "; run the doctor as root to see it");
    }
}
