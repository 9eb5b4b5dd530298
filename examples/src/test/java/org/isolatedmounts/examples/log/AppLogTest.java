package org.isolatedmounts.examples.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.isolatedmounts.FullDisk;
import org.isolatedmounts.OutOfInodes;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

/** One log directory in five conditions. */
@TmpfsMount(at = "/var/log/app")
class AppLogTest {

    private static final Path FILE = Path.of("/var/log/app/app.log");

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void writesToTheFile() {
        open().info("started");

        assertThat(FILE).hasContent("started");
        assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** Holds for root too, as in most containers. */
    @Test
    @TmpfsMount(at = "/var/log/app", readOnly = true)
    void fallsBackToTheConsoleOnAReadOnlyFilesystem() {
        open().info("started");

        assertThat(FILE).doesNotExist();
        assertThat(console.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "logging to the console: cannot write /var/log/app/app.log: it is on a read-only filesystem",
                        "started");
    }

    @Test
    @OutOfInodes("/var/log/app")
    void fallsBackToTheConsoleIfNoFileCanBeMade() {
        open().info("started");

        assertThat(console.toString(StandardCharsets.UTF_8))
                .containsSubsequence("logging to the console: cannot write", "No space left on device", "started");
    }

    /** The file is there, and takes no byte. */
    @Test
    @FullDisk("/var/log/app")
    void saysOnTheConsoleWhatDoesNotFit() {
        AppLog log = open();
        log.info("started");

        assertThat(log.isToFile()).isTrue();
        assertThat(FILE).isEmptyFile();
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("started (not in", "No space left on device");
    }

    /** The mistake: permissions are no way to keep a test that may be root from writing. */
    @Test
    @TmpfsMount(at = "/var/log/app", mode = "0555")
    void permissionsStopOnlyAnOrdinaryUser() {
        boolean root = System.getProperty("user.name").equals("root");

        assertThat(open().isToFile()).isEqualTo(root);
        assertThat(console.toString(StandardCharsets.UTF_8).contains("permission denied"))
                .isNotEqualTo(root);
    }

    private AppLog open() {
        return AppLog.open(FILE, new PrintStream(console, true, StandardCharsets.UTF_8));
    }
}
