package org.isolatedmounts.internal.fork;

import java.util.concurrent.atomic.AtomicInteger;
import org.isolatedmounts.internal.plan.task.Invocations;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Skips all invocations of a template but one, if a fork is told to: the others get forks of their own.
 *
 * <p>Found by ServiceLoader, which {@link TestRunner} switches on for such a fork, and so asked before every condition of
 * the user. Anywhere else it finds nothing to do.
 */
public final class OneInvocationOnly implements ExecutionCondition {

    private static final Namespace NAMESPACE = Namespace.create(OneInvocationOnly.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean postponed = context.getConfigurationParameter(Invocations.TEMPLATE_PARAMETER)
                .filter(template -> context.getUniqueId().startsWith(template + "/"))
                .map(template -> !isTheOne(context))
                .orElse(false);
        return postponed
                ? ConditionEvaluationResult.disabled(Invocations.POSTPONED)
                : ConditionEvaluationResult.enabled("to be run in this fork");
    }

    /** Invocations are asked for one after another, each once. */
    private static boolean isTheOne(ExtensionContext context) {
        int number = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("invocations", key -> new AtomicInteger(), AtomicInteger.class)
                .incrementAndGet();
        return context.getConfigurationParameter(Invocations.NUMBER_PARAMETER)
                .map(Integer::valueOf)
                .filter(chosen -> chosen == number)
                .isPresent();
    }
}
