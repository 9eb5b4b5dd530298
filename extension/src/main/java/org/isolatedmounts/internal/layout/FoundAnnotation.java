package org.isolatedmounts.internal.layout;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;

/**
 * An annotation that is present on an element, directly or through composed annotations.
 *
 * @param composedBy the composed annotations that lead to it, the one on the element first
 */
record FoundAnnotation(Annotation annotation, List<Annotation> composedBy) {

    FoundAnnotation composing(Annotation meta) {
        List<Annotation> path = new ArrayList<>(composedBy);
        path.add(annotation);
        return new FoundAnnotation(meta, List.copyOf(path));
    }

    boolean isDirect() {
        return composedBy.isEmpty();
    }

    /** How many composed annotations lead to it. */
    int depth() {
        return composedBy.size();
    }

    /** The type of the annotation on which it stands, if it is not direct. */
    Class<?> nearest() {
        return composedBy.get(composedBy.size() - 1).annotationType();
    }

    /** The annotation that stands on the element. */
    Annotation outermost() {
        return isDirect() ? annotation : composedBy.get(0);
    }

    /** {@code of @com.example.FullDisk on class com.example.SpoolerTest}. */
    String where(DeclaringElement element) {
        StringBuilder where = new StringBuilder();
        for (int i = composedBy.size() - 1; i >= 0; i--) {
            where.append("of @")
                    .append(composedBy.get(i).annotationType().getName())
                    .append(' ');
        }
        return where.append("on ").append(element.description()).toString();
    }
}
