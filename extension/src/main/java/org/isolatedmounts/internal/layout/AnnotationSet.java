package org.isolatedmounts.internal.layout;

import java.lang.annotation.Annotation;
import java.lang.annotation.Repeatable;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * All annotations of one element: those that stand on it, then those on the types of these, and so on. Containers of
 * repeated annotations are opened. Each annotation type is looked into once, so cycles end and what is reached twice
 * counts once.
 */
final class AnnotationSet {

    private AnnotationSet() {}

    static List<FoundAnnotation> of(AnnotatedElement element) {
        List<FoundAnnotation> found = new ArrayList<>();
        Set<Class<?>> lookedInto = new HashSet<>();
        Queue<FoundAnnotation> pending = new ArrayDeque<>();
        declaredOn(element).forEach(annotation -> pending.add(new FoundAnnotation(annotation, List.of())));
        while (!pending.isEmpty()) {
            FoundAnnotation next = pending.remove();
            found.add(next);
            Class<? extends Annotation> type = next.annotation().annotationType();
            if (lookedInto.add(type)) {
                declaredOn(type).forEach(meta -> pending.add(next.composing(meta)));
            }
        }
        return found;
    }

    private static Stream<Annotation> declaredOn(AnnotatedElement element) {
        return Stream.of(element.getDeclaredAnnotations())
                .filter(annotation ->
                        !annotation.annotationType().getPackageName().equals("java.lang.annotation"))
                .flatMap(AnnotationSet::opened);
    }

    private static Stream<Annotation> opened(Annotation annotation) {
        Class<? extends Annotation> type = annotation.annotationType();
        try {
            Method value = type.getDeclaredMethod("value");
            Class<?> component = value.getReturnType().getComponentType();
            Repeatable repeatable = component == null ? null : component.getAnnotation(Repeatable.class);
            if (repeatable != null
                    && repeatable.value() == type
                    && ReflectionSupport.invokeMethod(value, annotation) instanceof Annotation[] repeated) {
                return Stream.of(repeated);
            }
        } catch (NoSuchMethodException noContainer) {
            return Stream.of(annotation);
        }
        return Stream.of(annotation);
    }
}
