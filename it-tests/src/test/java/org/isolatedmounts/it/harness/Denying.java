package org.isolatedmounts.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Commands that start what follows them on a machine that denies something. */
public final class Denying {

    public static final List<String> KEEPING_RIGHTS = List.of("unshare", "--user", "--map-current-user", "--keep-caps");
    public static final List<String> AS_ROOT = List.of("unshare", "--user", "--map-root-user");
    /** The bounding set is what uid 0 gets: CAP_SETFCAP lets it be mapped, as other users can be anyway. */
    public static final List<String> WITHOUT_RIGHTS =
            List.of("setpriv", "--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all,+setfcap");

    public static final List<String> WITHOUT_ANY_RIGHT =
            List.of("setpriv", "--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all");
    public static final List<String> NO_USER_NAMESPACES =
            List.of("sh", "-c", "echo 0 > /proc/sys/user/max_user_namespaces && exec \"$@\"", "sh");
    public static final List<String> MASKED_PROC = List.of("unshare", "--mount", "sh", "-c", """
            mount --bind /dev/null /proc/kallsyms && mount -t tmpfs -o ro tmpfs /proc/irq && exec "$@"
            """, "sh");

    private Denying() {}

    /** A directory with these programs only, to be the whole PATH. */
    public static Path onlyPrograms(Path directory, String... names) throws IOException {
        for (String name : names) {
            program(directory, name, "exec " + find(name) + " \"$@\"");
        }
        return directory;
    }

    /** A program of that name, made of a shell script. */
    public static void program(Path directory, String name, String script) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true, false)).isTrue();
    }

    /** The real program of that name. */
    public static Path find(String program) throws IOException {
        for (String directory : System.getenv("PATH").split(":", -1)) {
            Path file = Path.of(directory, program);
            if (Files.isExecutable(file)) {
                return file.toRealPath();
            }
        }
        throw new IOException(program + " is not on PATH");
    }
}
