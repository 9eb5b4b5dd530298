package org.isolatedmounts.it.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.isolatedmounts.it.harness.InProcess;
import org.isolatedmounts.it.harness.Surroundings;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.commons.JUnitException;

/** What is wrong is told before anything is started. */
@Timeout(120)
@ExtendWith(HostPlace.class)
@Tag("serial")
class RefusedTests {

    static final String LOOP = HostPlace.PLACE + "/loop";

    @Test
    void wrongDeclarationsFailTheirTestAndStartNothing() throws Exception {
        Files.createSymbolicLink(Path.of(LOOP), Path.of("loop"));

        Surroundings.Outcome outcome = Surroundings.ordinary().run(Map.of(), RefusedTestCase.class);

        Map<String, String> messages = new TreeMap<>();
        for (TestResult result : outcome.results()) {
            if (!result.name().equals("plainSibling()")) {
                assertThat(result.outcome()).as(result.name()).isEqualTo("FAILED");
                assertThat(result.throwable()).endsWith(".InvalidLayoutException");
                messages.put(result.name().replace("()", ""), result.message());
            }
        }
        assertThat(messages).isEqualTo(expected());
        assertThat(outcome.result("plainSibling()").successful()).isTrue();
        assertThat(outcome.output()).isEqualTo("a plain sibling runs in the host JVM\n");
        // where a test was forked, the supervisor would still be there
        assertThat(outcome.children()).isEmpty();
    }

    /** A line for each test: its name, a tab, the message. */
    private static Map<String, String> expected() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(RefusedTests.class.getResourceAsStream("refused-messages.txt"))) {
            return new String(file.readAllBytes(), UTF_8)
                    .replace("{class}", RefusedTestCase.class.getName())
                    .lines()
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toMap(
                            fields -> fields[0], fields -> fields[1], (one, two) -> one, TreeMap::new));
        }
    }

    @Test
    void siblingsOfAWrongDeclarationRun() {
        assertThat(InProcess.run(Map.of(), OneRefusedTestCase.class))
                .extracting(result -> result.name() + " " + result.outcome())
                .containsExactlyInAnyOrder("refused() FAILED", "sibling() SUCCESSFUL");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fork        | shared | `per-test` or `per-class`
            timeout     | soon   | a duration above zero and up to 876000 h, such as `90 s`, `5 m` or `1 h`,
            timeout     | 0      | a duration above zero and up to 876000 h, such as `90 s`, `5 m` or `1 h`,
            forks       | 0      | a number from 1 to 9999
            forks       | many   | a number from 1 to 9999
            unavailable | ignore | `fail` or `skip`
            must-run    | yes    | `true` or `false`
            verbose     | 1      | `true` or `false`
            """)
    void wrongParametersFailTheDiscovery(String name, String value, String rule) {
        assertRefused(
                Map.of("isolatedmounts." + name, value),
                "Configuration parameter `isolatedmounts." + name + "` must be " + rule + " but is `" + value + "`.");
    }

    @Test
    void parametersThatDoNotExistFailTheDiscovery() {
        assertRefused(
                Map.of("isolatedmounts.timout", "1 s"),
                "Configuration parameter `isolatedmounts.timout` does not exist; did you mean `isolatedmounts.timeout`?");
    }

    /** Else nothing would be isolated, and nobody would be told. */
    @Test
    void parametersThatDoNotExistFailTheDiscoveryOfPlainTests() {
        assertRefused(
                Map.of("isolatedmounts.everwhere", "*"),
                "Configuration parameter `isolatedmounts.everwhere` does not exist; did you mean"
                        + " `isolatedmounts.everywhere`?");
    }

    private static void assertRefused(Map<String, String> parameters, String message) {
        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> InProcess.run(parameters, PlainTestCase.class))
                .withMessageStartingWith(message);
    }

    static class PlainTestCase {

        @Test
        void plain() {
            throw new AssertionError("nothing may run");
        }
    }
}
