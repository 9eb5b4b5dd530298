package org.isolatedmounts.it.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.it.fidelity.Differences.assertSame;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.ExceptionMethod;
import net.bytebuddy.implementation.MethodCall;
import net.bytebuddy.implementation.StubMethod;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;

/**
 * Names that classes and methods have in Kotlin, Groovy and Scala, where they may be sentences. The classes are in a loader
 * of their own, as those of IDEs are.
 */
public class ForeignNamesTests {

    private static final String CLASS = "org.isolatedmounts.it.fidelity.cases.A class - with $ and # and 日本";

    private static URLClassLoader loader;
    private static Class<?> testClass;
    private static Class<?> nestedClass;

    @BeforeAll
    static void makeClasses(@TempDir Path directory) throws Exception {
        DynamicType.Builder<?> outer = new ByteBuddy()
                .with(TypeValidation.DISABLED)
                .subclass(Object.class)
                .name(CLASS)
                .annotateType(annotation(IsolatedMounts.class));
        DynamicType.Unloaded<?> inner = withTests(
                        new ByteBuddy()
                                .with(TypeValidation.DISABLED)
                                .subclass(Object.class, ConstructorStrategy.Default.NO_CONSTRUCTORS)
                                .name(CLASS + "$when # is in it")
                                .innerTypeOf(outer.toTypeDescription())
                                .asMemberType()
                                .annotateType(annotation(Nested.class))
                                .defineConstructor(Modifier.PUBLIC)
                                .withParameters(outer.toTypeDescription())
                                .intercept(MethodCall.invoke(Object.class.getConstructor())),
                        "still it is #1",
                        "so is this")
                .make();
        outer = withTests(
                        outer.declaredTypes(inner.getTypeDescription()),
                        "it does what it says",
                        "bug #42 stays fixed",
                        "#",
                        "\\ and # and @",
                        "A#b",
                        "50% & more + $",
                        "with (parentheses)",
                        "x]y:z",
                        "two\nlines",
                        "naïve Ünïcode 日本 \ud83d\ude00",
                        " ends in a space ")
                .defineMethod("fails: 'for' a \"reason\" #1", void.class, Modifier.PUBLIC)
                .intercept(ExceptionMethod.throwing(IllegalStateException.class, "as said"))
                .annotateMethod(annotation(Test.class))
                .defineMethod("3 times #1", void.class, Modifier.PUBLIC)
                .intercept(StubMethod.INSTANCE)
                .annotateMethod(AnnotationDescription.Builder.ofType(RepeatedTest.class)
                        .define("value", 3)
                        .build())
                .defineMethod("value #1", void.class, Modifier.PUBLIC)
                .withParameters(String.class)
                .intercept(StubMethod.INSTANCE)
                .annotateMethod(
                        annotation(ParameterizedTest.class),
                        AnnotationDescription.Builder.ofType(ValueSource.class)
                                .defineArray("strings", "a", "b")
                                .build())
                .defineMethod("made of #1", Stream.class, Modifier.PUBLIC)
                .intercept(MethodCall.invoke(ForeignNamesTests.class.getDeclaredMethod("dynamicTests")))
                .annotateMethod(annotation(TestFactory.class));
        // a jar: names of files are limited to the encoding of the locale
        Path jar = directory.resolve("classes.jar");
        outer.make().include(inner).toJar(jar.toFile());
        loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ForeignNamesTests.class.getClassLoader());
        testClass = loader.loadClass(CLASS);
        nestedClass = loader.loadClass(CLASS + "$when # is in it");
    }

    private static DynamicType.Builder<?> withTests(DynamicType.Builder<?> type, String... names) {
        DynamicType.Builder<?> built = type;
        for (String name : names) {
            built = built.defineMethod(name, void.class, Modifier.PUBLIC)
                    .intercept(StubMethod.INSTANCE)
                    .annotateMethod(annotation(Test.class));
        }
        return built;
    }

    @AfterAll
    static void closeLoader() throws Exception {
        loader.close();
    }

    public static Stream<DynamicTest> dynamicTests() {
        return Stream.of("first", "second").map(name -> DynamicTest.dynamicTest(name, () -> {}));
    }

    private static AnnotationDescription annotation(Class<? extends Annotation> type) {
        return AnnotationDescription.Builder.ofType(type).build();
    }

    @Test
    void testsAreToldAsWithoutIsolation() {
        Launch launch = Launch.of(testClass);
        Recording plain = launch.plain();

        assertThat(plain.summary()).isEqualTo("20 ok, 1 failed, 0 aborted, 0 skipped");
        assertSame(launch.isolatedByClass(), plain);
    }

    @Test
    @Tag("full")
    void testsInForksOfTheirOwnAreToldAsWithoutIsolation() {
        assertSame(Launch.of(testClass).isolated(), Launch.of(testClass).plain());
    }

    static Stream<Arguments> selections() {
        return Stream.of(
                argumentSet("a method", selectMethod(testClass, "bug #42 stays fixed")),
                argumentSet(
                        "a method of a nested class",
                        selectNestedMethod(List.of(testClass), nestedClass, "still it is #1")),
                argumentSet("an invocation", selectIteration(selectMethod(testClass, "value #1", String.class), 1)),
                argumentSet("a repetition", selectIteration(selectMethod(testClass, "3 times #1"), 2)),
                argumentSet("a dynamic test", selectIteration(selectMethod(testClass, "made of #1"), 1)));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void onlyWhatIsSelectedIsRun(DiscoverySelector selector) {
        Launch launch = Launch.of(selector);
        Recording plain = launch.plain();

        assertThat(plain.summary()).isEqualTo("1 ok, 0 failed, 0 aborted, 0 skipped");
        assertSame(launch.isolated(), plain);
        assertSame(launch.isolatedByClass(), plain);
    }
}
