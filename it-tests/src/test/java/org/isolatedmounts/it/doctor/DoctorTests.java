package org.isolatedmounts.it.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.it.harness.Denying.AS_ROOT;
import static org.isolatedmounts.it.harness.Denying.KEEPING_RIGHTS;
import static org.isolatedmounts.it.harness.Denying.MASKED_PROC;
import static org.isolatedmounts.it.harness.Denying.NO_USER_NAMESPACES;
import static org.isolatedmounts.it.harness.Denying.WITHOUT_ANY_RIGHT;
import static org.isolatedmounts.it.harness.Denying.WITHOUT_RIGHTS;
import static org.isolatedmounts.it.harness.Denying.onlyPrograms;
import static org.isolatedmounts.it.harness.Denying.program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isolatedmounts.it.doctor.DoctorProcess.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(180)
class DoctorTests {

    @TempDir
    static Path directory;

    private static DoctorProcess doctor;

    @BeforeAll
    static void copyJar() throws Exception {
        doctor = DoctorProcess.in(directory);
    }

    @Test
    void asTheCaller() throws Exception {
        Outcome outcome = doctor.run("doctor");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.output())
                .contains("Isolated tests will run here as " + (isRoot() ? "root." : "an ordinary user."))
                .contains("This machine\n  kernel  ", "\n  class data sharing  ", "\nWhat works  ")
                .contains("\nWhat to change\n")
                .containsPattern("isolated tests +" + (isRoot() ? "yes" : "\\? +yes"));
        assertThat(outcome.output().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void asAnOrdinaryUser() throws Exception {
        List<String> become =
                isRoot() ? List.of("setpriv", "--reuid=12345", "--regid=12345", "--clear-groups", "--") : List.of();

        Outcome outcome = doctor.run(become, Map.of(), "doctor");

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.output())
                .contains("Isolated tests will run here as an ordinary user.")
                .containsPattern("isolated tests +\\? +yes")
                .contains("root: not probed, as the caller is uid ");
    }

    @Test
    void forScripts() throws Exception {
        Outcome outcome = doctor.run("doctor", "--json");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.output()).isASCII();
        Map<?, ?> report = JsonText.parse(outcome.output());
        assertThat(report.get("available")).isEqualTo(true);
        assertThat(report.get("caller")).isEqualTo(isRoot() ? "root" : "ordinaryUser");
        String help = doctor.run("doctor", "--help").output();
        assertThat(keys(report)).isNotEmpty().allSatisfy(key -> assertThat(help).contains(key));
    }

    @Test
    void scriptsLearnWhatIsDenied() throws Exception {
        Outcome outcome =
                doctor.run(join(KEEPING_RIGHTS, NO_USER_NAMESPACES, WITHOUT_RIGHTS), Map.of(), "doctor", "--json");

        assertThat(outcome.status()).as(outcome.output()).isEqualTo(1);
        Map<?, ?> report = JsonText.parse(outcome.output());
        assertThat(report.get("available")).isEqualTo(false);
        assertThat((List<?>) report.get("changes")).singleElement().satisfies(change -> {
            assertThat(((Map<?, ?>) change).get("layer")).isEqualTo("NAMESPACE_LIMIT");
            assertThat((List<?>) ((Map<?, ?>) change).get("evidence"))
                    .asString()
                    .contains("user.max_user_namespaces = 0");
        });
    }

    @Test
    void rootWithoutAnyCapability() throws Exception {
        Outcome outcome = doctor.run(join(AS_ROOT, WITHOUT_ANY_RIGHT), Map.of(), "doctor");

        assertThat(outcome.status()).as(outcome.output()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("Isolated tests will NOT run here as root.")
                .contains("root: creating a user namespace is denied for want of capabilities")
                .contains("ordinary user: not probed, as root cannot become uid 65534: ");
    }

    @Test
    void aMaskedProcIsToldButDeniesNothing() throws Exception {
        Outcome outcome = doctor.run(join(KEEPING_RIGHTS, MASKED_PROC, WITHOUT_RIGHTS), Map.of(), "doctor");

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.output())
                .contains("masked: ", "/proc/kallsyms")
                .contains("mounting a new /proc is refused while something")
                .containsPattern("/proc of its own +(\\? +)?no");
    }

    @Test
    void programsThatAreNotThere(@TempDir Path programs) throws Exception {
        onlyPrograms(programs, "sh", "mount", "cat", "mkdir");

        Outcome outcome = doctor.run(List.of(), Map.of("PATH", programs.toString()), "doctor");

        assertThat(outcome.status()).as(outcome.output()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("unshare is not on PATH", "setpriv is not on PATH")
                .contains("not found on PATH: unshare, setpriv");
    }

    @Test
    @Tag("full")
    void programsThatSayAnything(@TempDir Path programs) throws Exception {
        onlyPrograms(programs, "sh", "mount", "cat", "mkdir", "setpriv");
        program(programs, "unshare", "printf 'BusyBox \\033[31m\"v1\"\\\\ \\0 \\303\\244 \\377\\n' >&2; exit 1");

        Outcome text = doctor.run(List.of(), Map.of("PATH", programs.toString()), "doctor");
        Outcome json = doctor.run(List.of(), Map.of("PATH", programs.toString()), "doctor", "--json");

        assertThat(List.of(text.status(), json.status())).containsOnly(1);
        assertThat(text.output()).contains("BusyBox ?[31m\"v1\"\\").doesNotContain("\u001b", "\0");
        assertThat(JsonText.parse(json.output()).get("machine")).asString().contains("BusyBox \u001b[31m\"v1\"\\");
    }

    @ParameterizedTest
    @CsvSource({
        "'', The command is missing; there is one: doctor.",
        "docter, The command must be doctor, but is `docter`.",
        "doctor --xml, 'The options of doctor are --json and --help, but one is `--xml`.'"
    })
    void mistakesOnTheCommandLine(String line, String message) throws Exception {
        Outcome outcome = doctor.run(line.isEmpty() ? new String[0] : line.split(" ", -1));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors()).startsWith(message).endsWith(" doctor --help\n");
    }

    @Test
    void help() throws Exception {
        Outcome outcome = doctor.run("--help");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.output())
                .startsWith("Usage: java -jar isolated-mounts.jar doctor [--json]\n")
                .contains("Exit status: 0 ");
    }

    /** All names within the object, those of its objects included. */
    private static Stream<String> keys(Object json) {
        if (json instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(member -> Stream.concat(Stream.of(member.getKey().toString()), keys(member.getValue())));
        }
        return json instanceof List<?> list ? list.stream().flatMap(DoctorTests::keys) : Stream.of();
    }

    private static boolean isRoot() throws Exception {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    @SafeVarargs
    private static List<String> join(List<String>... surroundings) {
        List<String> command = new ArrayList<>();
        for (List<String> each : surroundings) {
            command.addAll(each);
        }
        return command;
    }
}
