package org.isolatedmounts.internal.layout;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;

/** Annotated methods that Jupiter will never run, and that it says nothing of before 5.13. */
public final class PrivateMethods {

    private PrivateMethods() {}

    /** The error of annotating a private method of a test class. */
    public static Optional<InvalidLayoutException> annotatedIn(Class<?> testClass) {
        return Stream.<Class<?>>iterate(testClass, type -> type != null && type != Object.class, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
                .flatMap(method -> error(testClass, method).stream())
                .findFirst();
    }

    private static Optional<InvalidLayoutException> error(Class<?> testClass, Method method) {
        AnnotatedPlace place = AnnotatedPlace.of(DeclaringElement.of(testClass, method));
        return place.isolated()
                .or(place::mount)
                .map(declaredBy -> new InvalidLayoutException(
                        declaredBy + ": a test method must not be private, Jupiter does not run it; remove `private`"));
    }
}
