package org.isolatedmounts.it.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Class templates in a class that is none, and in one another. */
@IsolatedMounts
@SuppressWarnings("DoNotCallSuggester")
public class TemplatesOfClassesTestCase {

    @Test
    void before() {}

    @Nested
    @ParameterizedClass(name = "{0} and {1}")
    @CsvSource({"a, 1", "b, 2"})
    class Outer {

        private final String name;
        private final int number;

        Outer(String name, int number) {
            this.name = name;
            this.number = number;
        }

        @BeforeAll
        static void beforeAll() {
            System.out.println("before all");
        }

        @BeforeParameterizedClassInvocation
        static void beforeInvocation(String name, int number) {
            System.out.println("before " + name + number);
        }

        @AfterParameterizedClassInvocation
        static void afterInvocation(String name, int number) {
            System.out.println("after " + name + number);
        }

        @Test
        void test() {
            assertThat(name + number).isEqualTo("a1");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int other) {
            assertThat(other).isEqualTo(number);
        }

        @RepeatedTest(2)
        void repeated() {}

        @TestFactory
        Stream<DynamicTest> factory() {
            return Stream.of("x", "y").map(it -> DynamicTest.dynamicTest(it + name, () -> {}));
        }

        @Nested
        @ParameterizedClass
        @ValueSource(strings = {"p", "q"})
        class Inner {

            private final String inner;

            Inner(String inner) {
                this.inner = inner;
            }

            @Test
            void test() {
                assertThat(inner + number).isNotEqualTo("q2");
            }

            @Test
            @Disabled("in a template")
            void disabled() {}
        }
    }

    @Nested
    @ClassTemplate
    @ExtendWith(Twice.class)
    class OfOwnProvider {

        @Test
        void test() {}

        @AfterAll
        static void afterAll() {
            throw new IllegalStateException("after all invocations");
        }
    }

    @Nested
    @ParameterizedClass
    @MethodSource("failing")
    class Failing {

        Failing(int number) {
            System.out.println(number);
        }

        static List<Integer> failing() {
            throw new IllegalStateException("source");
        }

        @Test
        void test() {}
    }

    static class Twice implements ClassTemplateInvocationContextProvider {

        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of("once", "twice").map(name -> new ClassTemplateInvocationContext() {
                @Override
                public String getDisplayName(int number) {
                    return name + " " + number;
                }
            });
        }
    }
}
