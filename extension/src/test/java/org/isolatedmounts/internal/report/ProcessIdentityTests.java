package org.isolatedmounts.internal.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessIdentityTests {

    /** The main class of a JVM that is started for a test. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) {
            System.out.print(ProcessIdentity.ofRun());
        }
    }

    @Test
    void twoJvmsOfOneParentAreOfOneRunWithAShellBetweenOrWithout() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

        String own = ProcessIdentity.ofSelf();

        assertThat(output(java, "-cp", classPath, Main.class.getName())).isEqualTo(own);
        assertThat(output(
                        "sh",
                        "-c",
                        "'" + java + "' -cp '" + classPath + "' '" + Main.class.getName()
                                + "'; status=$?; exit $status"))
                .isEqualTo(own);
        assertThat(own).matches(ProcessHandle.current().pid() + "-[0-9]+");
    }

    private static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(List.of(command))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
