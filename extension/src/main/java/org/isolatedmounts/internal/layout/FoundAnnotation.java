package org.isolatedmounts.internal.layout;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;

/**
 * An annotation that is present on an element, directly or through composed annotations.
 *
 * @param composedBy the composed annotations that lead to it, the one on the element first
 */
record FoundAnnotation(Annotation annotation, List<Class<?>> composedBy) {

    FoundAnnotation composing(Annotation meta) {
        List<Class<?>> path = new ArrayList<>(composedBy);
        path.add(annotation.annotationType());
        return new FoundAnnotation(meta, List.copyOf(path));
    }

    /** The one that stands on the element. */
    Class<?> outermost() {
        return composedBy.isEmpty() ? annotation.annotationType() : composedBy.get(0);
    }

    /** {@code of @com.example.FullDisk on class com.example.SpoolerTest}. */
    String where(DeclaringElement element) {
        StringBuilder where = new StringBuilder();
        for (int i = composedBy.size() - 1; i >= 0; i--) {
            where.append("of @").append(composedBy.get(i).getName()).append(' ');
        }
        return where.append("on ").append(element.description()).toString();
    }
}
