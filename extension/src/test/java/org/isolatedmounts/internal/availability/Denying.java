package org.isolatedmounts.internal.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.linux.SeccompMain;

/** Surroundings in which the kernel really denies something, and how to run a program in them. */
public final class Denying {

    public static final List<String> KEEPING_RIGHTS = List.of("unshare", "--user", "--map-current-user", "--keep-caps");
    public static final List<String> AS_ROOT = List.of("unshare", "--user", "--map-root-user");
    public static final List<String> WITHOUT_ANY_RIGHT =
            List.of("setpriv", "--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all");
    /** The bounding set is what uid 0 gets: CAP_SETFCAP lets it be mapped, as other users can be anyway. */
    public static final List<String> WITHOUT_RIGHTS =
            List.of("setpriv", "--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all,+setfcap");

    public static final List<String> WITHOUT_SYS_ADMIN =
            List.of("setpriv", "--inh-caps=-sys_admin", "--bounding-set=-sys_admin");

    public record Outcome(int status, String output) {}

    private Denying() {}

    public static List<String> limit(String name) {
        return limit(name, 0);
    }

    public static List<String> limit(String name, int value) {
        return List.of("sh", "-c", "echo " + value + " > /proc/sys/user/" + name + " && exec \"$@\"", "sh");
    }

    public static List<String> filter(String name) {
        return java(SeccompMain.class, name);
    }

    public static List<String> maskedProc() {
        return List.of("unshare", "--mount", "sh", "-c", "mount -t tmpfs tmpfs /proc/irq && exec \"$@\"", "sh");
    }

    /** All of the root directory again, in a directory that is no mount point; it is gone with the namespace. */
    public static List<String> chroot(Path directory) {
        return List.of("unshare", "--mount", "--propagation", "private", "sh", "-ec", """
                mount -t tmpfs tmpfs "$1"
                root="$1/root"
                mkdir "$root"
                for entry in /*; do
                    if [ -L "$entry" ]; then
                        cp -P "$entry" "$root$entry"
                    elif [ -d "$entry" ]; then
                        mkdir "$root$entry"
                        mount --rbind "$entry" "$root$entry"
                    fi
                done
                shift
                exec chroot "$root" "$@"
                """, "sh", directory.toString());
    }

    /** Runs to the end; the surroundings are commands, each started by the one before it. */
    @SafeVarargs
    public static Outcome run(Map<String, String> environment, List<String> program, List<String>... surroundings)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        for (List<String> each : surroundings) {
            command.addAll(each);
        }
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    public static List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A PATH of one directory: a program of the same name that starts the real one. */
    public static void wrap(String program, Path directory) throws IOException {
        script(directory.resolve(program), "exec " + find(program) + " \"$@\"\n");
    }

    public static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
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
