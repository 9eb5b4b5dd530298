package org.isolatedmounts.it.fidelity.cases;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;
import org.junit.jupiter.api.extension.TestWatcher;

/** Throws in one of its callbacks. */
record ThrowingExtension(String in)
        implements BeforeAllCallback,
                AfterAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                BeforeTestExecutionCallback,
                AfterTestExecutionCallback,
                TestInstancePreConstructCallback,
                TestInstancePostProcessor,
                TestInstancePreDestroyCallback,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler,
                ParameterResolver,
                InvocationInterceptor,
                TestWatcher {

    private void here(String callback) {
        if (in.equals(callback)) {
            throw new IllegalStateException("in " + callback);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        here("beforeAll");
        keep("class resource", context);
        keep("root resource", context.getRoot());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        here("afterAll");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        here("beforeEach");
        keep("method resource", context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        here("afterEach");
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        here("beforeTestExecution");
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        here("afterTestExecution");
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        here("preConstructTestInstance");
    }

    @Override
    public void postProcessTestInstance(Object testInstance, ExtensionContext context) {
        here("postProcessTestInstance");
    }

    @Override
    public void preDestroyTestInstance(ExtensionContext context) {
        here("preDestroyTestInstance");
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable throwable) throws Throwable {
        here("handleTestExecutionException");
        throw throwable;
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable throwable)
            throws Throwable {
        here("handleBeforeEachMethodExecutionException");
        throw throwable;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        here("supportsParameter");
        return parameter.getParameter().getType() == Exception.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        here("resolveParameter");
        return new Exception("a parameter");
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        here("interceptTestMethod");
        if (in.equals("forgetting to proceed")) {
            return;
        }
        invocation.proceed();
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        here("testFailed");
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        here("testDisabled");
    }

    private void keep(String name, ExtensionContext context) {
        if (in.equals(name)) {
            context.getStore(ExtensionContext.Namespace.create(ThrowingExtension.class))
                    .put(name, new Resource(name));
        }
    }

    @SuppressWarnings("deprecation") // what JUnit 5.12 closes
    private record Resource(String name) implements ExtensionContext.Store.CloseableResource {

        @Override
        public void close() {
            throw new IllegalStateException("closing the " + name);
        }
    }
}
