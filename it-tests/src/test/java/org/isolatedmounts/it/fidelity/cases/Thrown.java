package org.isolatedmounts.it.fidelity.cases;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Many tests for the price of one fork. */
final class Thrown {

    private Thrown() {}

    /** One dynamic test for each method that takes and gives nothing. */
    static Stream<DynamicTest> byEachMethodOf(Object testInstance) {
        return Stream.of(testInstance.getClass().getDeclaredMethods())
                .filter(method -> method.getReturnType() == void.class && method.getParameterCount() == 0)
                .filter(method -> !method.isSynthetic())
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> dynamicTest(method.getName(), () -> call(testInstance, method)));
    }

    private static void call(Object testInstance, Method method) throws Throwable {
        try {
            method.invoke(testInstance);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
