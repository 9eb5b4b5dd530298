package org.isolatedmounts.it.fidelity.cases;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Conditions that hold under its mounts only. */
@IsolatedMounts
@TmpfsMount(at = ConditionsOnMountsTestCase.DIRECTORY)
@ExtendWith(ConditionsOnMountsTestCase.IfMounted.class)
public class ConditionsOnMountsTestCase {

    public static final String DIRECTORY = "/it-directory-that-the-host-lacks";

    @Test
    void ofTheClass() {}

    @Test
    @EnabledIf("isMounted")
    void enabledByMounts() {}

    @Test
    @DisabledIf("isMounted")
    void disabledByMounts() {
        throw new AssertionError("disabled");
    }

    @Nested
    @EnabledIf("org.isolatedmounts.it.fidelity.cases.ConditionsOnMountsTestCase#isMounted")
    class Inner {

        @Test
        void inner() {}
    }

    static boolean isMounted() {
        return Files.isDirectory(Path.of(DIRECTORY));
    }

    static class IfMounted implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return isMounted() ? enabled("mounted") : disabled("not mounted");
        }
    }
}
