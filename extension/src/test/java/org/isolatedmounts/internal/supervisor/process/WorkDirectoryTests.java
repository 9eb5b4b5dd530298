package org.isolatedmounts.internal.supervisor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTests {

    @TempDir
    private Path temporary;

    @Test
    void itsOwnProcNamesProcessesByTheirIds() throws IOException {
        Files.createDirectories(temporary.resolve("proc/self"));
        WorkDirectory work = new WorkDirectory(temporary);

        assertThat(work.hasOwnProc()).isTrue();
        assertThat(work.procOf(42)).isEqualTo(temporary.resolve("proc/42"));
    }

    @Test
    void anEmptyProcIsNone() throws IOException {
        Files.createDirectories(temporary.resolve("proc"));

        assertThat(new WorkDirectory(temporary).hasOwnProc()).isFalse();
    }

    @Test
    void withoutItTheProcOfTheHostIsSearched() throws Exception {
        WorkDirectory work = new WorkDirectory(temporary);
        Process process = new ProcessBuilder("cat").start();
        try {
            assertThat(work.hasOwnProc()).isFalse();
            assertThat(work.procOf(ProcessHandle.current().pid()))
                    .isEqualTo(Path.of("/proc/self").toRealPath());
            assertThat(Files.readAllLines(work.procOf(process.pid()).resolve("status")))
                    .anyMatch(line -> line.matches("NSpid:.*\\t" + process.pid()))
                    .contains("PPid:\t" + Path.of("/proc/self").toRealPath().getFileName());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aProcessThatIsGoneIsAnError() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new WorkDirectory(temporary).procOf(process.pid()))
                .withMessageMatching(
                        "java\\.io\\.IOException: no process has the id " + process.pid() + " in pid:\\[\\d+]");
    }

    @Test
    void aDirectoryForEachFork() throws IOException {
        WorkDirectory work = new WorkDirectory(temporary);

        assertThat(work.createForkDirectory(3))
                .isEqualTo(temporary.resolve("fork-3"))
                .isEmptyDirectory();
        assertThat(work.path()).isEqualTo(temporary);
    }
}
