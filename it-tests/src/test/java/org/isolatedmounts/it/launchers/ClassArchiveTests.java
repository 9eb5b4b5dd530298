package org.isolatedmounts.it.launchers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What forks go through without a test of the user's, for the archive of their classes. Nobody sees it fail. */
@Timeout(120)
class ClassArchiveTests {

    private static final String MAIN = "org.isolatedmounts.internal.fork.ArchiveMain";

    @ParameterizedTest
    @ValueSource(strings = {"1.14.4", "6.1.3"})
    void getsToItsEnd(String junit) throws Exception {
        ConsoleLauncher launcher = ConsoleLauncher.onThisJdk(junit);
        List<Path> classPath = List.of(TestClassPath.of(IsolatedMounts.class), launcher.jar());
        List<String> command = new ArrayList<>();
        command.add(launcher.javaHome().resolve("bin/java").toString());
        command.addAll(List.of("-Xlog:class+load:stdout", "-cp", TestClassPath.join(classPath), MAIN));

        Process archiving = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String loaded = new String(archiving.getInputStream().readAllBytes(), UTF_8);

        assertThat(archiving.waitFor()).isZero();
        assertThat(loaded)
                // a failure was told, and JUnit had nothing to log, as it has when a listener throws
                .contains("org.isolatedmounts.internal.fork.failure.FailureEncoder$$Lambda")
                .doesNotContain("java.util.logging.LogRecord ");
    }
}
