package org.isolatedmounts.it.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.isolatedmounts.it.fidelity.Launch;
import org.isolatedmounts.it.fidelity.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class GuardTests {

    private static final String REFUSAL = "refusing to run it without its mount namespace";
    private static final String NO_CONDITIONS = "*";
    private static final String ALL_CONDITIONS = "none";

    @BeforeEach
    void forgetTraces() {
        Traces.ALL.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {ALL_CONDITIONS, NO_CONDITIONS})
    void failsTheClassInTheTestKit(String deactivated) {
        assertRefused(testKit(GuardedTestCase.class, deactivated), 0, 1);

        assertThat(Traces.ALL).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ALL_CONDITIONS, NO_CONDITIONS})
    void failsTheClassThatIsConstructedOnce(String deactivated) {
        assertRefused(testKit(GuardedPerClassTestCase.class, deactivated), 0, 1);

        assertThat(Traces.ALL).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ALL_CONDITIONS, NO_CONDITIONS})
    void failsTheMethodsInTheTestKit(String deactivated) {
        EngineExecutionResults results = testKit(GuardedMethodsTestCase.class, deactivated);

        assertThat(results.testEvents().succeeded().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .containsExactly("plain()");
        assertThat(Traces.ALL).containsExactly("beforeEach of plain", "plain");
        assertThat(results.allEvents().failed().count()).isEqualTo(5);
        assertRefusals(results);
    }

    @ParameterizedTest
    @ValueSource(strings = {ALL_CONDITIONS, NO_CONDITIONS})
    void failsTheClassInALauncherWithoutOurListeners(String deactivated) {
        Recording recording = Launch.of(GuardedTestCase.class)
                .with(request -> request.configurationParameter("junit.jupiter.conditions.deactivate", deactivated))
                .withoutListeners();

        assertThat(recording.summary()).endsWith("containers: 1 failed, 0 aborted");
        assertThat(recording.end("GuardedTestCase"))
                .startsWith("container failed")
                .contains(REFUSAL);
        assertThat(Traces.ALL).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ALL_CONDITIONS, NO_CONDITIONS})
    void letsTheTestRunInItsForkWhateverConditionsAreSwitchedOff(String deactivated) {
        Recording recording = Launch.of(GuardedTestCase.class)
                .with(request -> request.configurationParameter("junit.jupiter.conditions.deactivate", deactivated))
                .isolated();

        assertThat(recording.summary()).isEqualTo("1 ok, 0 failed, 0 aborted, 0 skipped");
        assertThat(Traces.ALL).isEmpty();
    }

    @Test
    void saysThatAnotherClassLoaderHasLoadedTheTest() throws Exception {
        Class<?> reloaded = new Reloading().loadClass(GuardedTestCase.class.getName());

        Recording recording = Launch.of(reloaded).isolated();

        assertThat(recording.end("GuardedTestCase"))
                .startsWith("container failed")
                .contains(REFUSAL, "Another class loader than the launcher's", Reloading.class.getName());
    }

    /** Loads our classes, and those of the tests, once more. */
    private static final class Reloading extends ClassLoader {

        Reloading() {
            super(GuardTests.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.isolatedmounts.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
                return defineClass(name, bytes, 0, bytes.length, GuardTests.class.getProtectionDomain());
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static EngineExecutionResults testKit(Class<?> testClass, String deactivated) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameter("junit.jupiter.conditions.deactivate", deactivated)
                .execute();
    }

    private static void assertRefused(EngineExecutionResults results, long tests, long containers) {
        assertThat(results.testEvents().failed().count()).isEqualTo(tests);
        assertThat(results.containerEvents().failed().count()).isEqualTo(containers);
        assertThat(results.testEvents().succeeded().count()).isZero();
        assertRefusals(results);
    }

    private static void assertRefusals(EngineExecutionResults results) {
        assertThat(results.allEvents().failed().stream())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(throwable(event)).hasStackTraceContaining(REFUSAL));
    }

    private static Throwable throwable(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
