package org.isolatedmounts.internal.layout;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A class, interface or method on which annotations stand. */
record DeclaringElement(AnnotatedElement element, String description) {

    static DeclaringElement of(Class<?> type) {
        return new DeclaringElement(type, (type.isInterface() ? "interface " : "class ") + type.getName());
    }

    /** Named after the test class: the method may be inherited. */
    static DeclaringElement of(Class<?> testClass, Method method) {
        String parameters = Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
        return new DeclaringElement(
                method, "method " + testClass.getName() + "." + method.getName() + "(" + parameters + ")");
    }

    ClassLoader classLoader() {
        Class<?> type = element instanceof Method method ? method.getDeclaringClass() : (Class<?>) element;
        ClassLoader own = type.getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }

    boolean isMethod() {
        return element instanceof Method;
    }
}
