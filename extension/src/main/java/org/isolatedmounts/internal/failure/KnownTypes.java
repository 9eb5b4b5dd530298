package org.isolatedmounts.internal.failure;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types that are rebuilt as objects in the host JVM: to rebuild one runs code of it, and no code of a test may run
 * there. Of the JDK those that carry data, of JUnit all, of other libraries throwables: what else they have may look for
 * services, which tests provide.
 *
 * <p>A package proves nothing, as a test may declare any: a library's class comes from the jar of the library.
 */
public final class KnownTypes {

    /** Not {@code java.lang.invoke}, whose lambdas ask the class that made them. */
    private static final Set<String> JDK_DATA = Set.of(
            "java.io",
            "java.lang",
            "java.math",
            "java.net",
            "java.nio.charset",
            "java.nio.file",
            "java.sql",
            "java.text",
            "java.time",
            "java.time.chrono",
            "java.time.zone",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.regex");

    /** To hash it asks the network. */
    private static final String URL_NAME = URL.class.getName();

    /** @param anchor a class that only the library itself has */
    private record Library(String prefix, String anchor, boolean throwablesOnly) {}

    /** The more special one first. */
    private static final List<Library> LIBRARIES = List.of(
            new Library("org.opentest4j.", "org.opentest4j.AssertionFailedError", false),
            new Library("org.junit.platform.commons.", "org.junit.platform.commons.JUnitException", false),
            new Library("org.junit.platform.engine.", "org.junit.platform.engine.TestSource", false),
            new Library("org.junit.platform.launcher.", "org.junit.platform.launcher.Launcher", false),
            new Library("org.junit.jupiter.api.", "org.junit.jupiter.api.Test", false),
            new Library("org.junit.jupiter.engine.", "org.junit.jupiter.engine.JupiterTestEngine", false),
            new Library("org.junit.jupiter.params.", "org.junit.jupiter.params.ParameterizedTest", false),
            new Library("org.junit.", "org.junit.Assert", true),
            new Library("junit.framework.", "junit.framework.Assert", true),
            new Library("org.assertj.core.", "org.assertj.core.api.Assertions", true),
            new Library("org.hamcrest.", "org.hamcrest.Matcher", true),
            new Library("com.google.common.truth.", "com.google.common.truth.Truth", true));

    private final Optional<String> ofTest;

    /** @param testClass whose jar is nobody else's; absent if that is not known */
    public KnownTypes(Optional<Class<?>> testClass) {
        this.ofTest = testClass.flatMap(KnownTypes::codeSource);
    }

    public boolean contains(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        if (element.isPrimitive() || StandIns.isOne(element)) {
            return true;
        }
        if (Proxy.isProxyClass(element) || element.isHidden()) {
            return false;
        }
        return isOfJdk(element) ? isData(element) : isOfLibrary(element);
    }

    /** What {@code -Xbootclasspath/a} adds is in no named module. */
    private static boolean isOfJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return type.getModule().isNamed() && (loader == null || loader == ClassLoader.getPlatformClassLoader());
    }

    private static boolean isData(Class<?> type) {
        return isThrowable(type)
                || (JDK_DATA.contains(type.getPackageName()) && !type.getName().equals(URL_NAME));
    }

    private boolean isOfLibrary(Class<?> type) {
        return LIBRARIES.stream()
                .filter(library -> type.getName().startsWith(library.prefix()))
                .findFirst()
                .filter(library -> !library.throwablesOnly() || isThrowable(type))
                .filter(library -> isFromJarOf(library, type))
                .isPresent();
    }

    private boolean isFromJarOf(Library library, Class<?> type) {
        Optional<String> jar = codeSource(type);
        return jar.isPresent()
                && !jar.get().endsWith("/")
                && !jar.equals(ofTest)
                && jar.equals(anchor(library, type.getClassLoader()).flatMap(KnownTypes::codeSource));
    }

    private static Optional<Class<?>> anchor(Library library, @Nullable ClassLoader loader) {
        try {
            return Optional.of(Class.forName(library.anchor(), false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static Optional<String> codeSource(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(URL::toString);
    }

    private static boolean isThrowable(Class<?> type) {
        return Throwable.class.isAssignableFrom(type);
    }
}
