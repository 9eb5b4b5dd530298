package org.isolatedmounts.internal.layout.kind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.layout.value.PathSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;

/** A JVM in the POSIX locale cannot open files whose names are not ASCII; the encoding is fixed when it starts. */
@EnabledOnOs(LINUX)
class PosixLocaleTests {

    @Test
    void refusesNamesThatAreNotAscii() throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Main.class.getName());
        builder.environment().put("LC_ALL", "POSIX");
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(output)
                .isEqualTo("@TmpfsMount(at = \"/größe\") on class X: `at` must be a path in this JVM's encoding of file"
                        + " names, ANSI_X3.4-1968, but is \"/größe\"; use other characters, or start the JVM in a UTF-8"
                        + " locale, for example with LC_ALL=C.UTF-8");
    }

    static class Main {

        public static void main(String[] arguments) {
            PrintStream output = new PrintStream(System.out, true, UTF_8);
            try {
                PathSyntax.mountPoint(Attribute.text("@TmpfsMount(at = \"/größe\") on class X", "at", "/größe"));
            } catch (InvalidLayoutException e) {
                output.print(e.getMessage());
            }
            output.flush();
        }
    }
}
