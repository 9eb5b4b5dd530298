package org.isolatedmounts.it.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.StackFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Test;

class DebuggerTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LISTENING =
            Pattern.compile("^Listening for transport dt_socket at address: (\\d+)$", Pattern.MULTILINE);

    /** The second fork would find the port taken if the first one was still there. */
    @Test
    void stopsInOneForkAfterTheOtherForAsLongAsItLikes() throws Exception {
        Map<String, String> parameters = Map.of(
                "isolatedmounts.debug", Integer.toString(freePort()),
                "isolatedmounts.timeout", "1ms",
                "isolatedmounts.forks", "4",
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent");
        try (HostJvm host = HostJvm.start(List.of(), parameters)) {
            host.begin(DebuggedTestCase.class);
            for (int fork = 1; fork <= 2; fork++) {
                debug(awaitPort(host, fork));
            }
            assertThat(host.awaitResults(PATIENCE))
                    .allSatisfy(result ->
                            assertThat(result.outcome()).as(result.stackTrace()).isEqualTo("SUCCESSFUL"))
                    .extracting(TestResult::name)
                    .containsExactlyInAnyOrder("first()", "second()");
        }
    }

    private static void debug(String port) throws Exception {
        try (JavaDebugger debugger = JavaDebugger.attach(port)) {
            StackFrame frame = debugger.runTo(DebuggedTestCase.class, "breakpoint", PATIENCE);

            assertThat(JavaDebugger.variable(frame, "mounted")).isEqualTo("tmpfs");
            assertThat(JavaDebugger.variable(frame, "network")).isEqualTo(DebuggedTestCase.namespace("net"));
            assertThat(JavaDebugger.variable(frame, "mounts")).isNotEqualTo(DebuggedTestCase.namespace("mnt"));
            debugger.setField(frame, "answer", "of the debugger");
            debugger.runToEnd(PATIENCE);
        }
    }

    /** While the test has not begun, and so before anything of it could be replayed. */
    private static String awaitPort(HostJvm host, int fork) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && !host.hasAnswered()) {
            Matcher lines = LISTENING.matcher(host.output());
            String port = "";
            for (int found = 0; found < fork && lines.find(); found++) {
                port = found == fork - 1 ? lines.group(1) : "";
            }
            if (!port.isEmpty()) {
                return port;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new AssertionError("fork " + fork + " does not listen:\n" + host.output() + host.errors());
    }

    @Test
    void aPortThatIsTakenIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HostJvm host = HostJvm.start(
                        List.of(), Map.of("isolatedmounts.debug", Integer.toString(taken.getLocalPort())))) {
            assertThat(host.run(PATIENCE, DebuggedTestCase.class))
                    .hasSize(2)
                    .allSatisfy(result -> assertThat(result.message())
                            .startsWith("@IsolatedMounts: the forked JVM ended: exit status")
                            .contains(
                                    "The port that `isolatedmounts.debug` names is in use", "Address already in use"));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
