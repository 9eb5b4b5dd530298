package org.isolatedmounts.it.fidelity.cases;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

@IsolatedMounts
public class SkippedTestCase {

    @Test
    @Disabled
    void withoutReason() {
        throw new AssertionError("disabled");
    }

    @Test
    @Disabled("for a reason, née \"raison\"")
    @DisplayName("with a reason")
    void withReason() {
        throw new AssertionError("disabled");
    }

    @Test
    @DisabledIf("always")
    void byMethod() {
        throw new AssertionError("disabled");
    }

    static boolean always() {
        return true;
    }

    @Test
    @EnabledIfSystemProperty(named = "it.unset", matches = ".*")
    void byProperty() {
        throw new AssertionError("disabled");
    }

    @Test
    @ExtendWith(Never.class)
    void byCondition() {
        throw new AssertionError("disabled");
    }

    @Test
    @ExtendWith(Broken.class)
    void byBrokenCondition() {
        throw new AssertionError("disabled");
    }

    @Test
    void runs() {
        System.out.println("runs");
    }

    static class Never implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return disabled("never", "on a " + context.getElement().isPresent());
        }
    }

    static class Broken implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            throw new IllegalStateException("broken condition");
        }
    }
}
