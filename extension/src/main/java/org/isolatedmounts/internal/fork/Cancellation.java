package org.isolatedmounts.internal.fork;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;

/** Cancels what the Launcher executes, if that is possible: JUnit 6 has a token for that, which no older version knows. */
final class Cancellation {

    private static final String TOKEN = "org.junit.platform.engine.CancellationToken";
    private static final String BUILDER = "org.junit.platform.launcher.core.LauncherExecutionRequestBuilder";
    private static final String REQUEST = "org.junit.platform.launcher.LauncherExecutionRequest";

    private final @Nullable Object token;

    private Cancellation(@Nullable Object token) {
        this.token = token;
    }

    static Cancellation ofThisJUnit() {
        try {
            return new Cancellation(invoke(Class.forName(TOKEN).getMethod("create"), null));
        } catch (ReflectiveOperationException e) {
            return new Cancellation(null);
        }
    }

    boolean isPossible() {
        return token != null;
    }

    /** What runs goes on to its end; no other test or container begins. */
    void request() {
        try {
            if (token != null) {
                invoke(Class.forName(TOKEN).getMethod("cancel"), token);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(Launcher launcher, LauncherDiscoveryRequest request, TestExecutionListener listener) {
        if (token == null) {
            launcher.execute(request, listener);
            return;
        }
        try {
            Class<?> type = Class.forName(BUILDER);
            Object builder = invoke(type.getMethod("request", LauncherDiscoveryRequest.class), null, request);
            invoke(type.getMethod("listeners", TestExecutionListener[].class), builder, (Object)
                    new TestExecutionListener[] {listener});
            invoke(type.getMethod("cancellationToken", Class.forName(TOKEN)), builder, token);
            Object execution = invoke(type.getMethod("build"), builder);
            invoke(Launcher.class.getMethod("execute", Class.forName(REQUEST)), launcher, execution);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws what the method throws. */
    private static Object invoke(Method method, @Nullable Object target, Object... arguments)
            throws ReflectiveOperationException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            } else if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw e;
        }
    }
}
