package org.isolatedmounts.it.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.NotIsolated;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.it.harness.InProcess;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/**
 * What an engine other than Jupiter's would run without isolation, although it was declared, is refused, and so is an
 * isolated suite; what only the patterns mean is left to it.
 */
class OtherEnginesTests {

    private static final Map<String, String> EVERYWHERE = Map.of("isolatedmounts.everywhere", "*Tests$*");

    @Test
    void annotatedTestsOfAnotherEngine() {
        assertRefused(
                Map.of(),
                Annotated.class,
                "@IsolatedMounts on class " + Annotated.class.getName() + ": only tests of Jupiter can be isolated, but"
                        + " Annotated is a test of the engine `it-one-test` and would run with the host's own mounts;");
    }

    @Test
    void mountsOfAnotherEngine() {
        assertRefused(
                Map.of(),
                WithMount.class,
                "@TmpfsMount(at = \"/data\") on class " + WithMount.class.getName() + ": only tests of Jupiter");
    }

    /** Nobody is there to let them fail. */
    @Test
    void whereTheEngineOfJupiterIsLeftOutAllThatAreRefusedAreNamedAtOnce() {
        Traces.ALL.clear();
        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> run(request(Map.of(), Annotated.class, Plain.class, WithMount.class)
                        .filters(EngineFilter.excludeEngines("junit-jupiter"))))
                .withMessageContaining(Annotated.class.getName() + ": ")
                .withMessageContaining(WithMount.class.getName() + ": ");
        assertThat(Traces.ALL).isEmpty();
    }

    @Test
    void whatIsRefusedAmongOthersFailsAndTheOthersRun() {
        Traces.ALL.clear();
        List<TestResult> results =
                run(Map.of(), Annotated.class, AnnotatedSuite.class, Plain.class, WithMount.class, Member.class);

        assertThat(Traces.ALL).containsExactlyInAnyOrder("Plain", "Member");
        assertThat(results)
                .extracting(TestResult::name, TestResult::outcome)
                .containsExactlyInAnyOrder(
                        tuple(Annotated.class.getName(), "FAILED"),
                        tuple(WithMount.class.getName(), "FAILED"),
                        tuple(AnnotatedSuite.class.getName(), "FAILED"),
                        tuple(Plain.class.getName(), "SUCCESSFUL"),
                        tuple("test()", "SUCCESSFUL"));
        assertThat(results)
                .filteredOn(result -> !result.successful())
                .extracting(TestResult::message)
                .allMatch(message -> message.startsWith("@IsolatedMounts on class ")
                        || message.startsWith("@TmpfsMount(at = \"/data\") on class "));
    }

    @Test
    void testsOfAnotherEngineThatThePatternsMatchRunAndAreCountedOnce() throws Exception {
        Traces.ALL.clear();
        String errors = errorsOf(() -> run(EVERYWHERE, Plain.class, Exempt.class, PlainToo.class));

        assertThat(Traces.ALL).containsExactly("Plain", "Exempt", "PlainToo");
        assertThat(errors.lines().filter(line -> line.contains("isolated")))
                .containsExactly("isolated-mounts: warning: `isolatedmounts.everywhere` matches 2 tests of the engine"
                        + " `it-one-test`, not isolated, as only tests of Jupiter can be; exempt them by @NotIsolated or"
                        + " by a pattern, as in `*,!com.example.Legacy*`");
    }

    @Test
    void aPatternThatMatchesNoClassOfTheRunIsToldOnce() throws Exception {
        Map<String, String> misspelt = Map.of("isolatedmounts.everywhere", "com.exampel.*");
        Traces.ALL.clear();

        String errors = errorsOf(() -> run(misspelt, Member.class, Plain.class));

        assertThat(errors.lines().filter(line -> line.contains("isolated")))
                .containsExactly(
                        "isolated-mounts: warning: `isolatedmounts.everywhere` is `com.exampel.*`, which matches"
                                + " none of the 2 test classes of this run: it isolates nothing");
        assertThat(errorsOf(() -> run(misspelt, Member.class))).isEmpty();
        assertThat(errorsOf(() -> run(Map.of("isolatedmounts.everywhere", "*$Plain"), Exempt.class, Plain.class)))
                .doesNotContain("isolates nothing");
    }

    @Test
    void inAForkThePatternsMeanNothingToLaunchersOfATest() {
        List<TestResult> results =
                InProcess.run(Map.of("isolatedmounts.everywhere", "*"), LauncherInForkTestCase.class);

        assertThat(results)
                .singleElement()
                .satisfies(result ->
                        assertThat(result.successful()).as(result.stackTrace()).isTrue());
    }

    @Test
    void exemptAndPlainTestsOfAnotherEngineRun() {
        Traces.ALL.clear();
        run(EVERYWHERE, Exempt.class);
        run(Map.of(), Plain.class);

        assertThat(Traces.ALL).containsExactly("Exempt", "Plain");
    }

    /** Its engine has its own way to tell that; a class path without an optional dependency is none of our business. */
    @Test
    void aTestOfAnotherEngineWhoseSignatureCannotBeResolvedIsLeftToIt() {
        ClassLoader without = new LoaderWithout(Missing.class, OfMissing.class);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Traces.ALL.clear();
        try {
            thread.setContextClassLoader(without);
            run(EVERYWHERE, OfMissing.class);
        } finally {
            thread.setContextClassLoader(before);
        }

        assertThat(Traces.ALL).containsExactly("OfMissing");
    }

    @Test
    void annotatedSuites() {
        assertRefused(
                Map.of(),
                AnnotatedSuite.class,
                "@IsolatedMounts on class " + AnnotatedSuite.class.getName()
                        + ": a suite is not isolated, the classes in it are;");
    }

    @Test
    void theParameterOfASuiteIsolatesAllInIt() {
        Traces.ALL.clear();
        run(Map.of(), SuiteWithParameter.class);

        assertThat(Traces.ALL).as("what ran in this JVM").isEmpty();
    }

    private static void assertRefused(Map<String, String> parameters, Class<?> testClass, String message) {
        Traces.ALL.clear();
        assertThat(run(parameters, testClass)).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo("FAILED");
            assertThat(result.message()).startsWith(message);
        });
        assertThat(Traces.ALL).isEmpty();
    }

    private static List<TestResult> run(Map<String, String> parameters, Class<?>... testClasses) {
        return run(request(parameters, testClasses));
    }

    private static LauncherDiscoveryRequestBuilder request(Map<String, String> parameters, Class<?>... testClasses) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(testClasses)
                        .map(testClass -> (DiscoverySelector) selectClass(testClass))
                        .toList())
                .configurationParameters(parameters);
    }

    private static List<TestResult> run(LauncherDiscoveryRequestBuilder request) {
        List<TestResult> results = new ArrayList<>();
        LauncherFactory.create(LauncherConfig.builder()
                        .addTestEngines(new OneTestEngine())
                        .build())
                .execute(request.build(), new TestExecutionListener() {
                    @Override
                    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                        results.add(TestResult.of(test, result));
                    }
                });
        return results.stream()
                .filter(result -> result.isTest() || !result.successful())
                .toList();
    }

    private static String errorsOf(Runnable action) {
        PrintStream before = System.err;
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setErr(new PrintStream(errors, true, UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
        return errors.toString(UTF_8);
    }

    static class LauncherInForkTestCase {

        @Test
        void runsTestsOfBothEnginesWhereItIs() {
            Traces.ALL.clear();
            List<TestResult> results = run(Map.of("isolatedmounts.everywhere", "*"), Plain.class, Member.class);

            assertThat(results).extracting(TestResult::name).containsExactlyInAnyOrder(Plain.class.getName(), "test()");
            assertThat(Traces.ALL).containsExactlyInAnyOrder("Plain", "Member");
        }
    }

    @IsolatedMounts
    static class Annotated implements OneTestEngine.ItsTest {}

    @TmpfsMount(at = "/data")
    static class WithMount implements OneTestEngine.ItsTest {}

    static class Plain implements OneTestEngine.ItsTest {}

    static class PlainToo implements OneTestEngine.ItsTest {}

    @NotIsolated
    static class Exempt implements OneTestEngine.ItsTest {}

    static class Missing {}

    static class OfMissing implements OneTestEngine.ItsMethod {

        void test(Missing missing) {}
    }

    /** Defines one class by itself, and lacks another one. */
    private static final class LoaderWithout extends ClassLoader {

        private final Class<?> lacking;
        private final Class<?> own;

        LoaderWithout(Class<?> lacking, Class<?> own) {
            super(own.getClassLoader());
            this.lacking = lacking;
            this.own = own;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(lacking.getName())) {
                throw new ClassNotFoundException(name);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null && name.equals(own.getName())
                    ? define()
                    : loaded == null ? super.loadClass(name, resolve) : loaded;
        }

        private Class<?> define() throws ClassNotFoundException {
            try (InputStream in = own.getResourceAsStream(own.getName().replaceAll(".*\\.", "") + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(own.getName(), bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(own.getName(), e);
            }
        }
    }

    @Suite
    @IsolatedMounts
    @SelectClasses(Member.class)
    static class AnnotatedSuite {}

    @Suite
    @ConfigurationParameter(key = "isolatedmounts.everywhere", value = "*")
    @SelectClasses(Member.class)
    static class SuiteWithParameter {}

    static class Member {

        @Test
        void test() {
            Traces.ALL.add("Member");
        }
    }
}
