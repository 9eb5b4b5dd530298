package org.isolatedmounts.internal.layout;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Annotations on what Jupiter will never run, and on what is no test: nobody would notice that nothing is isolated.
 *
 * <p>An abstract class or an interface is no mistake: the annotation holds for what extends or implements it.
 */
public final class MisplacedAnnotations {

    private MisplacedAnnotations() {}

    /** The error of annotating a method of a test class, or a class in it, that is no test. */
    public static Optional<InvalidLayoutException> in(Class<?> testClass) {
        return Stream.<Class<?>>iterate(testClass, type -> type != null && type != Object.class, Class::getSuperclass)
                .flatMap(type -> Stream.concat(
                        Stream.of(type.getDeclaredMethods()).flatMap(method -> error(testClass, method).stream()),
                        Stream.of(type.getDeclaredClasses()).flatMap(member -> error(member).stream())))
                .findFirst();
    }

    private static Optional<InvalidLayoutException> error(Class<?> testClass, Method method) {
        int modifiers = method.getModifiers();
        if (method.isSynthetic() || Modifier.isAbstract(modifiers)) {
            return Optional.empty();
        }
        Optional<String> mistake = Optional.empty();
        if (isTest(method) && Modifier.isPrivate(modifiers)) {
            mistake = Optional.of("a test method must not be private, Jupiter does not run it; remove `private`");
        } else if (isTest(method) && Modifier.isStatic(modifiers)) {
            mistake = Optional.of("a test method must not be static, Jupiter does not run it; remove `static`");
        } else if (isTest(method) && returnsInVain(method)) {
            mistake =
                    Optional.of("a test method must return void, Jupiter does not run it; return nothing, or make it a"
                            + " @TestFactory");
        } else if (!isTest(method)) {
            mistake = Optional.of("it is no test method of Jupiter, so that nothing is isolated by it; annotate it with"
                    + " @Test or the like, or put the annotation on the class whose tests are meant");
        }
        return mistake.flatMap(text -> error(DeclaringElement.of(testClass, method), text));
    }

    /** Jupiter 6 runs Kotlin's suspending functions, which return what their last parameter takes. */
    private static boolean returnsInVain(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        boolean suspends = parameters.length > 0
                && parameters[parameters.length - 1].getName().equals("kotlin.coroutines.Continuation");
        return method.getReturnType() != void.class
                && !suspends
                && !AnnotationSupport.isAnnotated(method, TestFactory.class);
    }

    private static boolean isTest(AnnotatedElement method) {
        return AnnotationSupport.isAnnotated(method, Testable.class);
    }

    private static Optional<InvalidLayoutException> error(Class<?> member) {
        int modifiers = member.getModifiers();
        if (member.isInterface() || Modifier.isAbstract(modifiers)) {
            return Optional.empty();
        }
        Optional<String> mistake = Optional.empty();
        if (Modifier.isPrivate(modifiers)) {
            mistake = Optional.of("a test class must not be private, Jupiter does not run it; remove `private`");
        } else if (!Modifier.isStatic(modifiers) && !AnnotationSupport.isAnnotated(member, Nested.class)) {
            mistake = Optional.of("Jupiter does not run an inner class without @Nested; add @Nested");
        }
        return mistake.flatMap(text -> error(DeclaringElement.of(member), text));
    }

    private static Optional<InvalidLayoutException> error(DeclaringElement element, String mistake) {
        return AnnotatedPlace.of(element)
                .isolatedBy()
                .map(declaredBy -> new InvalidLayoutException(declaredBy + ": " + mistake));
    }
}
