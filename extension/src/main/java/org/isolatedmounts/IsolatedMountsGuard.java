package org.isolatedmounts;

import java.lang.reflect.Constructor;
import java.util.Optional;
import org.isolatedmounts.internal.classpath.ClassPathProblem;
import org.isolatedmounts.internal.plan.ForkProof;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Fails an isolated test that is about to run anywhere but in its fork.
 *
 * <p>In the host JVM the tests of an annotated class are replaced before Jupiter executes them. Where that did not
 * happen, as with a launcher that registers no listeners, Jupiter itself gets to run the test and meets this guard: first
 * as a condition and, as conditions can be switched off, again in the callbacks that come before any code of the test.
 */
class IsolatedMountsGuard implements ExecutionCondition, BeforeAllCallback, BeforeEachCallback, InvocationInterceptor {

    private static final String NOT_REPLACED =
            "The launcher that discovered it did not let isolated-mounts replace it by a"
                    + " forked test. Run it through a JUnit Platform launcher that registers LauncherDiscoveryListeners and"
                    + " PostDiscoveryFilters by ServiceLoader (the default; EngineTestKit and engines called directly do not), with"
                    + " a single copy of isolated-mounts and junit-platform-launcher on the same class path.";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        refuseOutsideFork(context);
        return ConditionEvaluationResult.enabled("in the mount namespace of its fork");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        refuseOutsideFork(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        refuseOutsideFork(context);
    }

    /** The method on which the annotation may stand, rather than its class. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation,
            ReflectiveInvocationContext<Constructor<T>> invocationContext,
            ExtensionContext context)
            throws Throwable {
        refuseOutsideFork(context);
        return invocation.proceed();
    }

    /** Our other classes then look for the annotation that they know, not for the one that the test has. */
    private static Optional<String> otherClassLoader(@Nullable ClassLoader ofJUnit) {
        ClassLoader own = IsolatedMountsGuard.class.getClassLoader();
        return own == null || own.equals(ofJUnit)
                ? Optional.empty()
                : Optional.of("Another class loader than the launcher's has loaded the test and its @IsolatedMounts: "
                        + own + " rather than " + ofJUnit
                        + ". Frameworks that prepare test classes do that, Quarkus for one,"
                        + " and isolated-mounts does not replace such tests. Test what needs mounts in a class without the"
                        + " framework's extension.");
    }

    /** Its invocations, with their methods, are there only when it runs. */
    private static Optional<String> inClassTemplate(ExtensionContext context) {
        return context.getUniqueId().contains("/[class-template-invocation:")
                ? Optional.of(
                        "The method is in a class template, such as a @ParameterizedClass, whose invocations Jupiter makes"
                                + " as it runs: put the annotation on the class.")
                : Optional.empty();
    }

    private static void refuseOutsideFork(ExtensionContext context) {
        boolean inFork = context.getConfigurationParameter(ForkProof.NAMESPACE_PARAMETER)
                .filter(ForkProof::holds)
                .isPresent();
        if (!inFork) {
            String reason = inClassTemplate(context)
                    .or(ClassPathProblem::find)
                    .or(() -> otherClassLoader(context.getClass().getClassLoader()))
                    .orElse(NOT_REPLACED);
            throw new ExtensionConfigurationException("@IsolatedMounts on " + context.getDisplayName()
                    + ": refusing to run it without its mount namespace. " + reason);
        }
    }
}
