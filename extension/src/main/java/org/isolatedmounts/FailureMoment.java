package org.isolatedmounts;

import org.isolatedmounts.internal.plan.task.FailureSignal;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.opentest4j.IncompleteExecutionException;

/**
 * Has the mounts of a fork looked at when a method fails, and not only when its test has ended: until then, {@code
 * @AfterEach} or a {@code @TempDir} may have made room on the disk that was full.
 */
class FailureMoment implements AfterTestExecutionCallback, LifecycleMethodExecutionExceptionHandler {

    @Override
    public void afterTestExecution(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> signal(context, failure));
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw signalled(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw signalled(context, failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw signalled(context, failure);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw signalled(context, failure);
    }

    private static Throwable signalled(ExtensionContext context, Throwable failure) {
        signal(context, failure);
        return failure;
    }

    private static void signal(ExtensionContext context, Throwable failure) {
        boolean heard =
                context.getConfigurationParameter(FailureSignal.PARAMETER).isPresent();
        if (heard && !(failure instanceof IncompleteExecutionException)) {
            context.publishReportEntry(FailureSignal.KEY, context.getUniqueId());
        }
    }
}
