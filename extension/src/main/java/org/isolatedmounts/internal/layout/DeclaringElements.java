package org.isolatedmounts.internal.layout;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The elements whose annotations hold for a test, the outermost first, where an inner one overrides an outer one: the
 * enclosing classes from the outside in, each with its hierarchy before it, then the method.
 *
 * <p>Within a hierarchy the interfaces come before the classes, as a class's method wins over a default method: first
 * the interfaces of the topmost superclass, an interface after those that it extends and otherwise in the order in which
 * they are written, then the superclasses downward.
 */
final class DeclaringElements {

    private DeclaringElements() {}

    static List<DeclaringElement> of(List<Class<?>> testClasses, Optional<Method> method) {
        List<DeclaringElement> elements = new ArrayList<>();
        for (Class<?> testClass : testClasses) {
            elements.addAll(hierarchy(testClass));
        }
        Class<?> innermost = testClasses.get(testClasses.size() - 1);
        method.map(it -> DeclaringElement.of(innermost, it)).ifPresent(elements::add);
        return elements;
    }

    /** The class and, as long as instances belong to one of the enclosing class, what encloses it. */
    static List<Class<?>> withEnclosing(Class<?> testClass) {
        Deque<Class<?>> classes = new ArrayDeque<>();
        Class<?> current = testClass;
        while (current != null) {
            classes.addFirst(current);
            boolean inner = current.isMemberClass() && !Modifier.isStatic(current.getModifiers());
            current = inner ? current.getEnclosingClass() : null;
        }
        return List.copyOf(classes);
    }

    private static Collection<DeclaringElement> hierarchy(Class<?> type) {
        Deque<Class<?>> classes = new ArrayDeque<>();
        for (Class<?> current = type; current != null && current != Object.class; current = current.getSuperclass()) {
            classes.addFirst(current);
        }
        Map<Class<?>, DeclaringElement> hierarchy = new LinkedHashMap<>();
        classes.forEach(current -> addInterfaces(current, current, hierarchy));
        classes.forEach(current -> hierarchy.putIfAbsent(current, DeclaringElement.of(current)));
        return hierarchy.values();
    }

    private static void addInterfaces(Class<?> type, Class<?> by, Map<Class<?>, DeclaringElement> hierarchy) {
        for (Class<?> implemented : type.getInterfaces()) {
            addInterfaces(implemented, by, hierarchy);
            hierarchy.putIfAbsent(implemented, DeclaringElement.ofInterface(implemented, by));
        }
    }
}
