package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;

/** Executes a main class of these tests with the newest JUnit, in place of the one that this JVM has. */
final class NewestJUnit {

    private static final long PATIENCE_SECONDS = 180;

    private NewestJUnit() {}

    /** What it printed; it must end by itself, and well. */
    static String execute(Class<?> main, Path output, String... arguments) throws Exception {
        ConsoleLauncher launcher = ConsoleLauncher.onThisJdk("6.1.3");
        List<Path> classPath =
                new ArrayList<>(List.of(launcher.jar(), TestClassPath.of(main), TestClassPath.of(Assertions.class)));
        classPath.addAll(TestClassPath.extension());
        List<String> command = new ArrayList<>(List.of(
                launcher.javaHome().resolve("bin/java").toString(),
                "-cp",
                TestClassPath.join(classPath),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(ended).as("ends; %s", Files.readString(output)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
            return Files.readString(output);
        } finally {
            process.destroyForcibly();
        }
    }
}
