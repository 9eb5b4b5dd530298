package org.isolatedmounts.internal.launch.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.classpath.JavaHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM may print by itself, as when it cannot start a thread, is nothing that the host reads as an event. */
@Timeout(60)
class SupervisorCommandLineTests {

    @Test
    void standardStreamsAreNotTheProtocol(@TempDir Path directory) throws Exception {
        Path errors = directory.resolve("errors");
        List<String> supervisor = SupervisorCommandLine.build();
        List<String> words = new ArrayList<>(supervisor.subList(0, supervisor.indexOf(JavaHome.executable())));
        String commands = supervisor.get(supervisor.size() - 2);
        String events = supervisor.get(supervisor.size() - 1);
        words.addAll(List.of("sh", "-c", """
                echo printed; echo 'said as an error' >&2; cat
                read -r command <"$1"
                echo "event after $command" >"$2"
                """, "sh", commands, events));

        Process process =
                new ProcessBuilder(words).redirectError(errors.toFile()).start();
        process.getOutputStream().write("a command\n".getBytes(UTF_8));
        process.getOutputStream().close();
        String told = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(told).isEqualTo("event after a command\n");
        assertThat(errors).content().contains("printed\n", "said as an error\n");
    }
}
