package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@TmpfsMount(at = HostPlace.SOURCE)
class ProcessTestCase {

    private static final String MISSING = "/isolated-mounts-it";

    @Test
    void withTheRootOfTheHost() throws IOException, InterruptedException {
        assertWorldOfTheHostJvm();
    }

    @Test
    @TmpfsMount(at = MISSING)
    void withANewRoot() throws IOException, InterruptedException {
        Files.writeString(Path.of(MISSING, "file"), "made by the test");
        assertThat(Shell.run("cat " + MISSING + "/file").output()).isEqualTo("made by the test");
        assertWorldOfTheHostJvm();
    }

    private static void assertWorldOfTheHostJvm() throws IOException, InterruptedException {
        String directory = System.getProperty("it.host-directory");

        assertThat(new File(".").getCanonicalPath()).isEqualTo(directory);
        assertThat(Path.of("").toAbsolutePath()).isEqualTo(Path.of(directory));
        assertThat(Shell.run("pwd").output()).isEqualTo(directory + "\n");
        assertThat(Shell.run("/bin/pwd -P; ls .").output())
                .startsWith(directory + "\n")
                .contains(new File(".").list());
        assertThat(Path.of("/proc/self").toRealPath())
                .isEqualTo(Path.of("/proc/" + ProcessHandle.current().pid()));
        assertThat(System.in.read()).isEqualTo(-1);
        assertThat(environment()).isEqualTo(System.getProperty("it.host-environment"));
        assertThat(System.getProperty("it.host-strange")).isEqualTo(ProcessTests.STRANGE);
        Files.writeString(Path.of(HostPlace.SOURCE, "file"), "seen by a child");
        assertThat(Shell.run("cat " + HostPlace.SOURCE + "/file; umask").output())
                .isEqualTo("seen by a child" + System.getProperty("it.host-umask"));
    }

    /** Without what a shell between the host JVM and this one keeps for itself. */
    static String environment() {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.keySet().removeIf(name -> name.matches("PWD|OLDPWD|SHLVL|_|J.*_OPTIONS"));
        return variables.entrySet().stream().map(Map.Entry::toString).sorted().collect(Collectors.joining("\n"));
    }
}
