package org.isolatedmounts.layout;

import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The attributes of an annotation, set as a value: those that were not have the annotation's defaults, so that annotations
 * and code cannot differ. Arrays are lists here.
 */
final class Attributes implements Serializable {

    private static final long serialVersionUID = 1;

    private final Class<? extends Annotation> type;
    private final TreeMap<String, Object> set;

    private Attributes(Class<? extends Annotation> type, Map<String, Object> set) {
        this.type = type;
        this.set = new TreeMap<>(set);
    }

    static Attributes of(Class<? extends Annotation> type) {
        return new Attributes(type, Map.of());
    }

    static Attributes of(Annotation declared) {
        Attributes all = of(declared.annotationType());
        for (Method attribute : declared.annotationType().getDeclaredMethods()) {
            try {
                all = all.with(attribute.getName(), attribute.invoke(declared));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("cannot read " + attribute + " of " + declared, e);
            }
        }
        return all;
    }

    /** The same with another value; what is the default is as if it were not set. */
    Attributes with(String name, Object value) {
        Object other = listed(Objects.requireNonNull(value, name));
        Map<String, Object> values = new TreeMap<>(set);
        if (other.equals(defaultOf(name))) {
            values.remove(name);
        } else {
            values.put(name, other);
        }
        return new Attributes(type, values);
    }

    <T> T get(String name, Class<T> expected) {
        Object value = set.get(name);
        return expected.cast(value == null ? defaultOf(name) : value);
    }

    <T> List<T> list(String name, Class<T> expected) {
        List<?> values = get(name, List.class);
        return values.stream().<T>map(expected::cast).toList();
    }

    private Object defaultOf(String name) {
        try {
            Object value = type.getDeclaredMethod(name).getDefaultValue();
            return value == null ? "" : listed(value);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("@" + type.getSimpleName() + " has no attribute " + name, e);
        }
    }

    private static Object listed(Object value) {
        // of a class that any JDK reads back
        return value instanceof Object[] array ? new ArrayList<>(List.of(array)) : value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes attributes && type == attributes.type && set.equals(attributes.set);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, set);
    }

    /** As the annotation is written, strings without quotes. */
    @Override
    public String toString() {
        return set.entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining(", ", "@" + type.getSimpleName() + "(", ")"));
    }
}
