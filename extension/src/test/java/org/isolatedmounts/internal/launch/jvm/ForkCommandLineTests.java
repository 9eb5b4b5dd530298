package org.isolatedmounts.internal.launch.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.isolatedmounts.internal.launch.session.ForkFailedException;
import org.isolatedmounts.internal.plan.KeptPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkCommandLineTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "/bin", "/conf", "/lib", "/lib/server"})
    void noPartOfTheJdkMayBeHidden(String part) {
        assertThat(ForkCommandLine.keptPaths(List.of(), List.of()))
                .contains(KeptPath.read(System.getProperty("java.home") + part));
    }

    @Test
    void theWorkingDirectoryMustBeSearchable(@TempDir Path directory) throws IOException {
        Path locked = Files.createDirectory(directory.resolve("locked"));
        Path inside = Files.createDirectory(locked.resolve("inside"));
        assertThat(ForkCommandLine.entered(inside)).isEqualTo(inside);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        try {
            if (Files.exists(inside)) {
                // root gets everywhere
                assertThat(ForkCommandLine.entered(inside)).isEqualTo(inside);
            } else {
                assertThatExceptionOfType(ForkFailedException.class)
                        .isThrownBy(() -> ForkCommandLine.entered(inside))
                        .withMessageStartingWith(
                                "@IsolatedMounts: the JVM of a test cannot enter the working directory of"
                                        + " this JVM, " + inside + ", as the user ");
            }
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aWorkingDirectoryThatWasDeletedIsMadeInTheFork() {
        assertThat(ForkCommandLine.entered(Path.of("/gone/away"))).isEqualTo(Path.of("/gone/away"));
    }

    @Test
    void theClassPathMayNotBeHidden() {
        assertThat(ForkCommandLine.keptPaths(List.of(), List.of(Path.of("/srv/classes"))))
                .contains(KeptPath.read("/srv/classes"));
    }
}
