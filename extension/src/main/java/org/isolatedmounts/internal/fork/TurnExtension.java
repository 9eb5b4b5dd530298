package org.isolatedmounts.internal.fork;

import org.isolatedmounts.internal.plan.task.Turn;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Says that the test is reached at which its fork waits for its turn, before the constructor of the test runs.
 *
 * <p>Found as {@link OneInvocationOnly} is, and so called before every extension of the user. Anywhere else it finds nothing
 * to do.
 */
public final class TurnExtension implements TestInstancePreConstructCallback {

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext context) {
        String id = context.getUniqueId();
        if (context.getConfigurationParameter(Turn.PARAMETER).filter(id::equals).isPresent()) {
            context.publishReportEntry(Turn.KEY, id);
        }
    }
}
