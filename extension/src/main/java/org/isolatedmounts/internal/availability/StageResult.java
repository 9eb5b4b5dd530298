package org.isolatedmounts.internal.availability;

import java.util.Optional;
import org.isolatedmounts.internal.availability.trial.Denial;
import org.isolatedmounts.internal.availability.trial.Stage;

/**
 * What became of trying a stage.
 *
 * @param remark why it was not tried, or what was run and said if it failed; "" if it succeeded
 * @param denial only if it tells more than the denial of a stage on which this one builds
 */
public record StageResult(Stage stage, Answer answer, String remark, Optional<Denial> denial) {

    public enum Answer {
        YES,
        NO,
        NOT_NEEDED,
        NOT_PROBED
    }

    static StageResult of(Stage stage, Answer answer, String remark) {
        return new StageResult(stage, answer, remark, Optional.empty());
    }
}
