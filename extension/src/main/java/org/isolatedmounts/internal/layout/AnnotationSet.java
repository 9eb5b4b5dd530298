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
import org.isolatedmounts.layout.LayoutSource;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * All annotations of one element: those that stand on it, then those on the types of these, and so on. Containers of
 * repeated annotations are opened, and cycles end. What stands on the type of a composed annotation counts once, however often that one is
 * reached; but for a provider of layouts, which sees the attributes of the composed ones on the way to it.
 */
final class AnnotationSet {

    private AnnotationSet() {}

    static List<FoundAnnotation> of(AnnotatedElement element) {
        List<FoundAnnotation> found = new ArrayList<>();
        Set<List<Object>> known = new HashSet<>();
        Set<List<Object>> lookedInto = new HashSet<>();
        Queue<FoundAnnotation> pending = new ArrayDeque<>();
        declaredOn(element).forEach(annotation -> pending.add(new FoundAnnotation(annotation, List.of())));
        while (!pending.isEmpty()) {
            FoundAnnotation next = pending.remove();
            if (next.isDirect()
                    || next.annotation() instanceof LayoutSource
                    || known.add(List.of(next.annotation(), next.nearest()))) {
                found.add(next);
            }
            if (lookedInto.add(List.of(next.outermost(), next.annotation()))) {
                declaredOn(next.annotation().annotationType()).forEach(meta -> pending.add(next.composing(meta)));
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
