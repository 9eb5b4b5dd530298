package org.isolatedmounts.it.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.isolatedmounts.it.harness.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class OptionVariablesTests {

    @Test
    void aForkHasTheVariablesAndTheirOptionsOnce(@TempDir Path directory) throws Exception {
        Path agent = TinyAgent.jar(directory.resolve("agent.jar"));

        Surroundings.Outcome outcome = Surroundings.ordinary()
                .with("JAVA_TOOL_OPTIONS", "-javaagent:" + agent + "='of a variable' -Dit.tool=1")
                .with("JDK_JAVA_OPTIONS", "'-Dit.launcher=2 3'")
                .with("_JAVA_OPTIONS", "-Dit.last=4")
                .run(Map.of(), OptionVariablesTestCase.class);

        assertThat(outcome.results())
                .singleElement()
                .satisfies(result ->
                        assertThat(result.successful()).as(result.stackTrace()).isTrue());
        // by the host JVM alone
        assertThat(outcome.errors()).containsOnlyOnce("Picked up JAVA_TOOL_OPTIONS: ");
        assertThat(outcome.errors()).containsOnlyOnce("Picked up JDK_JAVA_OPTIONS: ");
        assertThat(outcome.errors()).containsOnlyOnce("Picked up _JAVA_OPTIONS: ");
    }
}
