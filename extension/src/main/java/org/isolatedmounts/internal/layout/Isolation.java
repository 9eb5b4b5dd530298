package org.isolatedmounts.internal.layout;

import java.lang.reflect.Method;
import java.util.*;
import org.isolatedmounts.*;
import org.isolatedmounts.internal.plan.*;
import org.junit.platform.commons.support.AnnotationSupport;

public record Isolation(Layout layout) {
    public static Optional<Isolation> of(Class<?> testClass, Optional<Method> method) {
        boolean is = AnnotationSupport.isAnnotated(testClass, IsolatedMounts.class)
                || method.filter(m -> AnnotationSupport.isAnnotated(m, IsolatedMounts.class))
                        .isPresent();
        return is ? Optional.of(new Isolation(new Layout(List.of()))) : Optional.empty();
    }
}
