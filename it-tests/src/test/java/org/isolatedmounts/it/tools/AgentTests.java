package org.isolatedmounts.it.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTests {

    @TempDir
    Path directory;

    /** As an IDE starts the JVM of the tests to debug it, and a profiler is added. */
    @Test
    void agentsPassOnButNotTheDebuggerOfTheHost() throws Exception {
        Path agent = TinyAgent.jar(directory.resolve("agent.jar"));
        Path ofIde = TinyAgent.jar(directory.resolve("debugger-agent.jar"));
        Path library = Path.of(System.getProperty("java.home"), "lib/libinstrument.so");
        List<String> options = List.of(
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=0",
                "-javaagent:" + agent + "=by javaagent",
                "-javaagent:" + ofIde + "=by the IDE",
                "-agentpath:" + library + "=" + agent + "=by agentpath");
        // the deadline is one of a JVM that nobody stops: its debugger would have to be faster than that
        try (HostJvm host = HostJvm.start(options, Map.of("isolatedmounts.timeout", "1ms"))) {
            assertThat(host.run(Duration.ofSeconds(60), AgentTestCase.class))
                    .singleElement()
                    .satisfies(result ->
                            assertThat(result.outcome()).as(result.stackTrace()).isEqualTo("SUCCESSFUL"))
                    .extracting(TestResult::name)
                    .isEqualTo("agentsAreHereAndDebuggersAreNot()");
        }
    }
}
