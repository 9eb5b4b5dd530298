package org.isolatedmounts.it.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.NotIsolated;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** What an engine other than Jupiter's would run without isolation is refused at discovery, and so is an isolated suite. */
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

    @Test
    void testsOfAnotherEngineThatThePatternsMatch() {
        assertRefused(
                EVERYWHERE,
                Plain.class,
                "configuration parameter `isolatedmounts.everywhere`: only tests of Jupiter can be isolated, but Plain"
                        + " is a test of the engine `it-one-test`");
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
        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> run(parameters, testClass))
                .withMessageStartingWith(message);
        assertThat(Traces.ALL).isEmpty();
    }

    private static void run(Map<String, String> parameters, Class<?> testClass) {
        LauncherFactory.create(LauncherConfig.builder()
                        .addTestEngines(new OneTestEngine())
                        .build())
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(testClass))
                        .configurationParameters(parameters)
                        .build());
    }

    @IsolatedMounts
    static class Annotated implements OneTestEngine.ItsTest {}

    @TmpfsMount(at = "/data")
    static class WithMount implements OneTestEngine.ItsTest {}

    static class Plain implements OneTestEngine.ItsTest {}

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
