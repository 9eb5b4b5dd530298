package org.isolatedmounts.internal.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.internal.parameter.Parameter;
import org.isolatedmounts.layout.LayoutProvider;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.ReflectionSupport;

/** What {@code isolatedmounts.layout} names: annotations that declare mounts, and providers of layouts. */
record DefaultLayouts(List<AnnotatedPlace> annotations, List<Class<? extends LayoutProvider>> providers) {

    static final DefaultLayouts NONE = new DefaultLayouts(List.of(), List.of());

    /** @throws JUnitException for a value that names something else */
    static DefaultLayouts parse(String value) {
        List<String> names = Stream.of(value.split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty()) {
            throw Parameter.LAYOUT.mistake("is blank");
        }
        List<AnnotatedPlace> annotations = new ArrayList<>();
        List<Class<? extends LayoutProvider>> providers = new ArrayList<>();
        for (String name : names) {
            Class<?> type = ReflectionSupport.tryToLoadClass(name)
                    .getOrThrow(failure -> Parameter.LAYOUT.mistake("has `" + name + "`, which cannot be loaded"));
            if (LayoutProvider.class.isAssignableFrom(type)) {
                providers.add(type.asSubclass(LayoutProvider.class));
            } else {
                annotations.add(annotation(type));
            }
        }
        return new DefaultLayouts(annotations, providers);
    }

    private static AnnotatedPlace annotation(Class<?> type) {
        AnnotatedPlace place = AnnotatedPlace.of(DeclaringElement.ofDefault(type, Parameter.LAYOUT));
        if (!type.isAnnotation() || place.layout().isEmpty() || place.isForInvocations()) {
            throw Parameter.LAYOUT.mistake("has `" + type.getName() + "`, which is neither");
        }
        return place;
    }
}
