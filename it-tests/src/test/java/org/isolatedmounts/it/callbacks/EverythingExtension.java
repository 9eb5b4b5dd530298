package org.isolatedmounts.it.callbacks;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.PreInterruptCallback;
import org.junit.jupiter.api.extension.PreInterruptContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstanceFactory;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.ReflectionSupport;

/** Implements every interface that Jupiter has for extensions and logs each call. */
class EverythingExtension
        implements AfterAllCallback,
                AfterClassTemplateInvocationCallback,
                AfterEachCallback,
                AfterTestExecutionCallback,
                BeforeAllCallback,
                BeforeClassTemplateInvocationCallback,
                BeforeEachCallback,
                BeforeTestExecutionCallback,
                ClassTemplateInvocationContextProvider,
                ExecutionCondition,
                InvocationInterceptor,
                LifecycleMethodExecutionExceptionHandler,
                ParameterResolver,
                PreInterruptCallback,
                TestExecutionExceptionHandler,
                TestInstanceFactory,
                TestInstancePostProcessor,
                TestInstancePreConstructCallback,
                TestInstancePreDestroyCallback,
                TestTemplateInvocationContextProvider,
                TestWatcher {

    EverythingExtension() {
        CallLog.add("extension:constructor");
    }

    private static void log(String callback) {
        CallLog.add("extension:" + callback);
    }

    /** Distinguishes what Jupiter asks once for the class and once for the method. */
    private static void log(String callback, ExtensionContext context) {
        log(callback + (context.getTestMethod().isPresent() ? ":method" : ":class"));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        log("afterAll");
    }

    @Override
    public void afterClassTemplateInvocation(ExtensionContext context) {
        log("afterClassTemplateInvocation");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        log("afterEach");
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        log("afterTestExecution");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        log("beforeAll");
    }

    @Override
    public void beforeClassTemplateInvocation(ExtensionContext context) {
        log("beforeClassTemplateInvocation");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        log("beforeEach");
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        log("beforeTestExecution");
    }

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        log("supportsClassTemplate");
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        log("provideClassTemplateInvocationContexts");
        return Stream.of(new ClassTemplateInvocationContext() {});
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        log("condition", context);
        return ConditionEvaluationResult.enabled("always");
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> target, ExtensionContext context)
            throws Throwable {
        log("interceptTestClassConstructor");
        return invocation.proceed();
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> target, ExtensionContext context)
            throws Throwable {
        log("interceptBeforeAllMethod");
        invocation.proceed();
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> target, ExtensionContext context)
            throws Throwable {
        log("interceptBeforeEachMethod");
        invocation.proceed();
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> target, ExtensionContext context)
            throws Throwable {
        log("interceptTestMethod");
        invocation.proceed();
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> target, ExtensionContext context)
            throws Throwable {
        log("interceptTestFactoryMethod");
        return invocation.proceed();
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> target, ExtensionContext context)
            throws Throwable {
        log("interceptTestTemplateMethod");
        invocation.proceed();
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext target, ExtensionContext context)
            throws Throwable {
        log("interceptDynamicTest");
        invocation.proceed();
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> target, ExtensionContext context)
            throws Throwable {
        log("interceptAfterEachMethod");
        invocation.proceed();
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> target, ExtensionContext context)
            throws Throwable {
        log("interceptAfterAllMethod");
        invocation.proceed();
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable throwable) {
        log("handleBeforeAllMethodExecutionException");
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable throwable) {
        log("handleBeforeEachMethodExecutionException");
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable throwable) {
        log("handleAfterEachMethodExecutionException");
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable throwable) {
        log("handleAfterAllMethodExecutionException");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        log("supportsParameter:" + parameter.getDeclaringExecutable().getName());
        return parameter.getParameter().getType() == Number.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        log("resolveParameter:" + parameter.getDeclaringExecutable().getName());
        return 1;
    }

    @Override
    public void beforeThreadInterrupt(PreInterruptContext interrupt, ExtensionContext context) {
        log("beforeThreadInterrupt");
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable throwable) throws Throwable {
        log("handleTestExecutionException");
        if (!(throwable instanceof IllegalStateException)) {
            throw throwable;
        }
    }

    @Override
    public Object createTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        log("createTestInstance");
        return ReflectionSupport.newInstance(factory.getTestClass());
    }

    @Override
    public void postProcessTestInstance(Object testInstance, ExtensionContext context) {
        log("postProcessTestInstance");
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        log("preConstructTestInstance");
    }

    @Override
    public void preDestroyTestInstance(ExtensionContext context) {
        log("preDestroyTestInstance");
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        log("supportsTestTemplate");
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        log("provideTestTemplateInvocationContexts");
        return Stream.of(new TestTemplateInvocationContext() {});
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        log("testDisabled");
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        log("testSuccessful");
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        log("testAborted");
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        log("testFailed");
    }
}
