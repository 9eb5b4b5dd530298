package org.isolatedmounts.it.extensions;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.it.fidelity.Launch;
import org.isolatedmounts.it.fidelity.Recording;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;

@Tag("serial")
class ExtensionTests {

    /** Theirs and ours, without the exceptions, and what these have in them. */
    private static final Pattern LIBRARIES = Pattern.compile(
            "org[.](isolatedmounts[.]it[.]extensions|junitpioneer|assertj[.]core[.]api[.]junit|mockito[.](junit|plugins|Mockito)"
                    + "|mockito[.]internal[.](creation|junit)|springframework[.](test|context))");

    @TempDir
    Path directory;

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments(MockitoTestCase.class, "1 ok, 3 failed, 0 aborted, 0 skipped"),
                arguments(SpringTestCase.class, "1 ok, 1 failed, 0 aborted, 0 skipped"),
                arguments(SoftAssertionsTestCase.class, "1 ok, 2 failed, 0 aborted, 0 skipped"),
                arguments(ResourcesTestCase.class, "2 ok, 0 failed, 0 aborted, 0 skipped"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doInForksWhatTheyDoElsewhere(Class<?> testClass, String summary) {
        assertSame(Launch.of(testClass), summary);
    }

    /** A test that is tried again has its second chance in the JVM of the first. */
    @Test
    void doInOneForkWhatTheyDoElsewhere() {
        assertSame(inOneFork(PioneerTestCase.class), "4 ok, 1 failed, 1 aborted, 0 skipped");
    }

    @Test
    void resourcesAreClosedOnceInEachFork() {
        List<String> each = closings(Launch.of(ResourcesTestCase.class).isolated());
        List<String> one = closings(inOneFork(ResourcesTestCase.class).isolated());
        List<String> plain = closings(Launch.of(ResourcesTestCase.class).plain());

        assertThat(plain).hasSize(8);
        assertThat(one).isEqualTo(plain);
        assertThat(each.stream().collect(groupingBy(line -> line)).values())
                .hasSize(6)
                .allSatisfy(lines -> assertThat(lines).hasSize(2));
    }

    /** The log has every class that is initialised there, by its first use; exceptions arrive as what they are. */
    @Test
    void neverRunOnTheHost() throws Exception {
        Path log = directory.resolve("initialised");
        try (HostJvm host = HostJvm.start(
                List.of("-Xlog:class+init=info:file=" + log), Map.of("isolatedmounts.fork", "per-class"))) {
            List<TestResult> results = host.run(
                    Duration.ofMinutes(2),
                    MockitoTestCase.class,
                    SpringTestCase.class,
                    PioneerTestCase.class,
                    SoftAssertionsTestCase.class,
                    ResourcesTestCase.class);

            assertThat(results.stream().filter(TestResult::successful)).hasSize(1 + 1 + 4 + 1 + 2);
        }
        List<Class<?>> initialised = initialised(log);
        assertThat(initialised).contains(IsolatedMounts.class);
        assertThat(initialised.stream().filter(ExtensionTests::runsInForksOnly)).isEmpty();
    }

    private static List<Class<?>> initialised(Path log) throws Exception {
        List<Class<?>> types = new ArrayList<>();
        Matcher name = Pattern.compile("Initializing '(org/[\\w/$]+)'").matcher(Files.readString(log));
        while (name.find()) {
            types.add(Class.forName(name.group(1).replace('/', '.'), false, ExtensionTests.class.getClassLoader()));
        }
        return types;
    }

    /** Annotations are read on the host, results are told there. */
    private static boolean runsInForksOnly(Class<?> type) {
        return LIBRARIES.matcher(type.getName()).lookingAt()
                && !type.isAnnotation()
                && !TestExecutionListener.class.isAssignableFrom(type);
    }

    private static Launch inOneFork(Class<?> testClass) {
        return Launch.of(testClass).with(request -> request.configurationParameter("isolatedmounts.fork", "per-class"));
    }

    private static void assertSame(Launch launch, String summary) {
        Recording plain = launch.plain();
        assertThat(plain.summary()).as("%s", plain).isEqualTo(summary);
        assertThat(launch.isolated().inOrder()).isEqualTo(plain.inOrder());
    }

    private static List<String> closings(Recording recording) {
        return recording
                .output("out")
                .lines()
                .filter(line -> line.startsWith("closed"))
                .toList();
    }
}
