package org.isolatedmounts.internal.doctor;

import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.availability.Survey;
import org.isolatedmounts.internal.availability.trial.Denial;

/**
 * Everything that the doctor found.
 *
 * @param machine what was read and run
 * @param caller the column of the user who runs it
 */
record Findings(List<Fact> machine, User caller, Column root, Column ordinaryUser) {

    /** Why isolated tests will not run as the caller; empty if they will. */
    Optional<Denial> denial() {
        return column(caller).survey().flatMap(Survey::denial);
    }

    boolean available() {
        return denial().isEmpty();
    }

    Column column(User user) {
        return switch (user) {
            case ROOT -> root;
            case ORDINARY_USER -> ordinaryUser;
        };
    }

    List<Change> changes() {
        return Change.of(root, ordinaryUser);
    }
}
