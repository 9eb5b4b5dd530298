package org.isolatedmounts.it.availability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.isolatedmounts.it.harness.Surroundings;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Host JVMs on machines that deny something. They hold for root and for an ordinary user, as either is made to look like
 * the other.
 */
@Timeout(180)
class AvailabilityTests {

    private static final String MARK = "ISOLATEDMOUNTS_IT_SURROUNDINGS";
    private static final List<String> KEEPING_RIGHTS =
            List.of("unshare", "--user", "--map-current-user", "--keep-caps");
    private static final List<String> AS_ROOT = List.of("unshare", "--user", "--map-root-user");
    /** The bounding set is what uid 0 gets: CAP_SETFCAP lets it be mapped, as other users can be anyway. */
    private static final List<String> WITHOUT_RIGHTS =
            List.of("setpriv", "--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all,+setfcap");

    private static final List<String> WITHOUT_ANY_RIGHT =
            List.of("setpriv", "--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all");
    private static final List<String> NO_USER_NAMESPACES =
            List.of("sh", "-c", "echo 0 > /proc/sys/user/max_user_namespaces && exec \"$@\"", "sh");

    private static final Map<String, String> SKIP = Map.of("isolatedmounts.unavailable", "skip");

    @Test
    void noUserNamespacesFailEveryTest() throws Exception {
        assertUnavailable(
                surroundings(KEEPING_RIGHTS, NO_USER_NAMESPACES, WITHOUT_RIGHTS).run(Map.of(), AvailableTestCase.class),
                "FAILED",
                "creating a user namespace is denied by a limit on the number of namespaces.",
                "user.max_user_namespaces = 0",
                "Fix: ");
    }

    @Test
    void noUserNamespacesAbortEveryTestWhereThatIsAskedFor() throws Exception {
        assertUnavailable(
                surroundings(KEEPING_RIGHTS, NO_USER_NAMESPACES, WITHOUT_RIGHTS).run(SKIP, AvailableTestCase.class),
                "ABORTED",
                "user.max_user_namespaces = 0");
    }

    @Test
    void noUserNamespacesFailEveryTestThatMustRun() throws Exception {
        assertUnavailable(
                surroundings(KEEPING_RIGHTS, NO_USER_NAMESPACES, WITHOUT_RIGHTS)
                        .run(
                                Map.of("isolatedmounts.unavailable", "skip", "isolatedmounts.must-run", "true"),
                                AvailableTestCase.class),
                "FAILED",
                "user.max_user_namespaces = 0");
    }

    @Test
    void rootWithoutAnyCapability() throws Exception {
        assertUnavailable(
                surroundings(AS_ROOT, WITHOUT_ANY_RIGHT).run(SKIP, AvailableTestCase.class),
                "ABORTED",
                "uid 0, but without CAP_SETFCAP");
    }

    @Test
    void noUnshareOnThePath(@TempDir Path directory) throws Exception {
        for (String program : List.of("sh", "mount", "setpriv", "mkdir", "readlink")) {
            wrap(program, directory);
        }

        assertUnavailable(
                Surroundings.ordinary().with("PATH", directory.toString()).run(SKIP, AvailableTestCase.class),
                "ABORTED",
                "not found on PATH: unshare");
    }

    @Test
    void noSetprivOnThePath(@TempDir Path directory) throws Exception {
        for (String program : List.of("sh", "mount", "unshare", "mkdir", "readlink")) {
            wrap(program, directory);
        }

        assertUnavailable(
                Surroundings.ordinary().with("PATH", directory.toString()).run(SKIP, AvailableTestCase.class),
                "ABORTED",
                "not found on PATH: setpriv");
    }

    @Test
    void aMaskedProcIsWarnedOfAndTestsRun() throws Exception {
        List<String> masked = List.of("unshare", "--mount", "sh", "-c", """
                mount --bind /dev/null /proc/kallsyms && mount -t tmpfs -o ro tmpfs /proc/irq && exec "$@"
                """, "sh");

        String mark = UUID.randomUUID().toString();
        Surroundings.Outcome outcome = surroundings(KEEPING_RIGHTS, masked, WITHOUT_RIGHTS)
                .with(MARK, mark)
                .run(Map.of(), AvailableTestCase.class);

        for (String name : List.of("one()", "two()")) {
            assertThat(outcome.result(name).successful())
                    .as(outcome.result(name).stackTrace())
                    .isTrue();
        }
        assertThat(outcome.output()).isEqualTo("a body was run\na body was run\n");
        assertThat(outcome.errors())
                .containsOnlyOnce("No /proc of their own for the tests")
                .contains("mounted over parts of /proc: ", "/proc/kallsyms", "/proc/irq");
        assertThat(Path.of(AvailableTestCase.MISSING)).doesNotExist();
        assertThat(marked(mark)).isEmpty();
    }

    private static void assertUnavailable(Surroundings.Outcome outcome, String status, String... reasons) {
        assertThat(outcome.results()).hasSize(2).allSatisfy(result -> {
            assertThat(result.outcome()).as(result.stackTrace()).isEqualTo(status);
            assertThat(result.throwable())
                    .endsWith(status.equals("ABORTED") ? ".TestAbortedException" : ".IsolationUnavailableException");
            assertThat(result.message()).contains(reasons);
        });
        assertThat(outcome.results()).extracting(TestResult::name).containsExactlyInAnyOrder("one()", "two()");
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.children()).isEmpty();
    }

    /** The processes that have the mark in their environment, in any namespace. */
    private static List<Path> marked(String mark) throws IOException {
        List<Path> marked = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (environment(process).contains(MARK + "=" + mark)) {
                    marked.add(process);
                }
            }
        }
        return marked;
    }

    private static String environment(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("environ")), ISO_8859_1);
        } catch (IOException e) {
            // it has ended, or is another user's
            return "";
        }
    }

    @SafeVarargs
    private static Surroundings surroundings(List<String>... each) {
        List<String> command = new ArrayList<>();
        for (List<String> words : each) {
            command.addAll(words);
        }
        return Surroundings.of(command);
    }

    private static void wrap(String program, Path directory) throws IOException {
        Path script = directory.resolve(program);
        Files.writeString(script, "#!/bin/sh\nexec " + find(program) + " \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    private static Path find(String program) throws IOException {
        for (String directory : System.getenv("PATH").split(":", -1)) {
            Path file = Path.of(directory, program);
            if (Files.isExecutable(file)) {
                return file.toRealPath();
            }
        }
        throw new IOException(program + " is not on PATH");
    }
}
