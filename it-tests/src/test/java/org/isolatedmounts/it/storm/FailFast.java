package org.isolatedmounts.it.storm;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Cancels a run when the first test has failed, as only JUnit 6 can, which is not what this is compiled with. */
final class FailFast {

    private FailFast() {}

    static void execute(Launcher launcher, LauncherDiscoveryRequest discovery, Teller teller)
            throws ReflectiveOperationException {
        Class<?> tokens = Class.forName("org.junit.platform.engine.CancellationToken");
        Object token = tokens.getMethod("create").invoke(null);
        Method cancel = tokens.getMethod("cancel");
        TestExecutionListener canceller = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    invoke(cancel, token);
                }
            }
        };
        Class<?> builders = Class.forName("org.junit.platform.launcher.core.LauncherExecutionRequestBuilder");
        Object builder =
                builders.getMethod("request", LauncherDiscoveryRequest.class).invoke(null, discovery);
        builders.getMethod("cancellationToken", tokens).invoke(builder, token);
        builders.getMethod("listeners", TestExecutionListener[].class)
                .invoke(builder, (Object) new TestExecutionListener[] {teller, canceller});
        Object request = builders.getMethod("build").invoke(builder);
        Launcher.class
                .getMethod("execute", Class.forName("org.junit.platform.launcher.LauncherExecutionRequest"))
                .invoke(launcher, request);
    }

    private static void invoke(Method method, Object object) {
        try {
            method.invoke(object);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
