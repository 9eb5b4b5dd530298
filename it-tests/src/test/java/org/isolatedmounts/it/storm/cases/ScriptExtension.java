package org.isolatedmounts.it.storm.cases;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out the parts, and disables what the script says. */
final class ScriptExtension implements ParameterResolver, ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Script.isDisabled(context.getUniqueId())
                ? ConditionEvaluationResult.disabled("disabled by the storm")
                : ConditionEvaluationResult.enabled("enabled by the storm");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Part.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var method = parameter.getDeclaringExecutable();
        boolean around = method.isAnnotationPresent(BeforeAll.class)
                || method.isAnnotationPresent(BeforeEach.class)
                || method.isAnnotationPresent(AfterEach.class)
                || method.isAnnotationPresent(AfterAll.class);
        String id = context.getUniqueId();
        return new Part(id, around ? () -> Script.playAround(id, method.getName()) : () -> Script.play(id));
    }
}
