package org.isolatedmounts.internal.wire;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the shapes of types, each when it is needed first: the JVM of a fork has a few dozen milliseconds to live. */
final class Shapes {

    private final Map<Class<?>, Shape> known = new ConcurrentHashMap<>();

    Shape of(RecordComponent component) {
        Class<?> type = component.getType();
        return type == List.class ? new ListShape(of(elementOf(component))) : of(type);
    }

    /** Read from {@code Ljava/util/List<Ljava/lang/String;>;}: the JDK's own reader of it takes a JVM that has begun just now long. */
    private static Class<?> elementOf(RecordComponent component) {
        String signature = component.getGenericSignature();
        String element = signature.substring(signature.indexOf('<') + 2, signature.indexOf(';'));
        try {
            Class<?> declaring = component.getDeclaringRecord();
            return Class.forName(element.replace('/', '.'), false, declaring.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no way is known to write a " + signature + " to a frame", e);
        }
    }

    /** The same one for the same type: shapes of types that have themselves among their parts have an end. */
    Shape of(Class<?> type) {
        Shape shape = known.get(type);
        if (shape == null) {
            shape = make(type);
            Shape other = known.putIfAbsent(type, shape);
            return other == null ? shape : other;
        }
        return shape;
    }

    private Shape make(Class<?> type) {
        if (type.isRecord()) {
            return new RecordShape(type, this);
        }
        if (type.isSealed()) {
            return new SealedShape(type, this);
        }
        if (type.isEnum()) {
            return new EnumShape(type);
        }
        if (type == Map.class) {
            return new MapShape();
        }
        @Nullable Shape simple = SimpleShape.of(type);
        if (simple == null) {
            throw new IllegalStateException("no way is known to write a " + type.getName() + " to a frame");
        }
        return simple;
    }
}
