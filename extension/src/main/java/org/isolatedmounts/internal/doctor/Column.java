package org.isolatedmounts.internal.doctor;

import java.util.Optional;
import org.isolatedmounts.internal.availability.StageResult;
import org.isolatedmounts.internal.availability.Survey;
import org.isolatedmounts.internal.availability.trial.Stage;

/**
 * What one kind of user may do here.
 *
 * @param survey empty if this user could not be probed
 * @param how it was probed, or why not
 */
record Column(User user, Optional<Survey> survey, String how) {

    static Column probed(User user, Survey survey, String how) {
        return new Column(user, Optional.of(survey), how);
    }

    static Column notProbed(User user, String why) {
        return new Column(user, Optional.empty(), why);
    }

    /** Whether isolated tests will run; empty if that is not known. */
    Optional<Boolean> available() {
        return survey.map(it -> it.denial().isEmpty());
    }

    Optional<StageResult> result(Stage stage) {
        return survey.map(it -> it.result(stage));
    }
}
