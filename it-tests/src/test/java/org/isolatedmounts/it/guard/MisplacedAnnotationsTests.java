package org.isolatedmounts.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.it.fidelity.Launch;
import org.isolatedmounts.it.harness.InProcess;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An annotation that nothing would ever obey fails the class in which it stands. */
@SuppressWarnings({"unused", "ClassCanBeStatic"})
class MisplacedAnnotationsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PrivateMethod  | @IsolatedMounts on method $PrivateMethod.unseen(): a test method must not be private
            StaticMethod   | @IsolatedMounts on method $StaticMethod.unseen(): a test method must not be static
            ReturningMethod| @TmpfsMount(at = "/data") on method $ReturningMethod.unseen(): a test method must return void
            LifecycleMethod| @IsolatedMounts on method $LifecycleMethod.before(): it is no test method of Jupiter
            InheritedMethod| @IsolatedMounts on method $InheritedMethod.before(): it is no test method of Jupiter
            MountOfHelper  | @TmpfsMount(at = "/data") on method $MountOfHelper.help(int): it is no test method
            PrivateHelper  | @TmpfsMount(at = "/data") on method $PrivateHelper.help(): it is no test method
            PrivateClass   | @IsolatedMounts on class $PrivateClass$Inner: a test class must not be private
            NotNested      | @IsolatedMounts on class $NotNested$Inner: Jupiter does not run an inner class without
            """)
    void failsTheClass(String name, String message) throws ClassNotFoundException {
        String prefix = MisplacedAnnotationsTests.class.getName() + "$";
        List<TestResult> results = InProcess.run(Map.of(), Class.forName(prefix + name));

        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.name()).isEqualTo(prefix + name);
            assertThat(result.message()).startsWith(message.replaceFirst("\\$", prefix.replace("$", "\\$")));
        });
    }

    @Test
    void methodsOfAClassTemplateAreToldToAskTheClass() {
        assertThat(InProcess.run(Map.of(), MethodOfATemplate.class))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.message())
                        .contains(
                                "refusing to run it without its mount namespace. The method is in a class template, such as a"
                                        + " @ParameterizedClass, whose invocations Jupiter makes as it runs: put the annotation on the"
                                        + " class."));
    }

    /** What they declare holds for the classes that extend or implement them; they themselves are no tests. */
    @Test
    void abstractClassesAndInterfacesAreNoMistake() {
        Traces.ALL.clear();
        assertThat(InProcess.run(Map.of(), AbstractBase.class, Contract.class)).isEmpty();
        assertThat(Launch.of(Extending.class).isolated().summary()).isEqualTo("1 ok, 0 failed, 0 aborted, 0 skipped");
        assertThat(Launch.of(Implementing.class).isolated().summary())
                .isEqualTo("1 ok, 0 failed, 0 aborted, 0 skipped");
        assertThat(Traces.ALL).as("what ran in this JVM").isEmpty();
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class MethodOfATemplate {

        @Parameter
        int number;

        @Test
        @TmpfsMount(at = "/data")
        void unseen() {
            throw new AssertionError("ran on the host with " + number);
        }
    }

    static class PrivateMethod {

        @Test
        void seen() {}

        @Test
        @IsolatedMounts
        private void unseen() {}
    }

    static class PrivateHelper {

        @Test
        void seen() {}

        @TmpfsMount(at = "/data")
        private void help() {}
    }

    static class StaticMethod {

        @Test
        void seen() {}

        @Test
        @IsolatedMounts
        static void unseen() {}
    }

    static class ReturningMethod {

        @Test
        void seen() {}

        @Test
        @TmpfsMount(at = "/data")
        int unseen() {
            return 1;
        }
    }

    static class LifecycleMethod {

        @Test
        void seen() {}

        @BeforeEach
        @IsolatedMounts
        void before() {}
    }

    static class InheritedMethod extends LifecycleMethod {}

    static class MountOfHelper {

        @Test
        @IsolatedMounts
        void seen() {}

        @TmpfsMount(at = "/data")
        void help(int number) {}
    }

    static class PrivateClass {

        @Test
        void seen() {}

        @Nested
        @IsolatedMounts
        private class Inner {

            @Test
            void unseen() {}
        }
    }

    static class NotNested {

        @Test
        void seen() {}

        @IsolatedMounts
        class Inner {

            @Test
            void unseen() {}
        }
    }

    @IsolatedMounts
    abstract static class AbstractBase {

        @Test
        void inherited() {
            Traces.ALL.add("inherited");
        }
    }

    static class Extending extends AbstractBase {}

    @IsolatedMounts
    interface Contract {

        @Test
        default void inherited() {
            Traces.ALL.add("inherited");
        }
    }

    static class Implementing implements Contract {}
}
