package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.it.fidelity.Launch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard streams of a JVM whose options say in which encoding they are. */
class StreamEncodingsTests {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource("17, ISO-8859-1, sun.")
    void everyByteIsAsWithoutIsolation(int jdk, String encoding, String prefix) throws Exception {
        assertSame(jdk, encoding, prefix);
    }

    @ParameterizedTest
    @CsvSource({"17, UTF-16, sun.", "17, UTF-8, sun.", "25, UTF-16, ''", "25, ISO-8859-1, ''", "25, UTF-8, ''"})
    @Tag("full")
    void inOtherEncodingsToo(int jdk, String encoding, String prefix) throws Exception {
        assertSame(jdk, encoding, prefix);
    }

    private void assertSame(int jdk, String encoding, String prefix) throws Exception {
        String out = "-D" + prefix + "stdout.encoding=" + encoding;
        String err = "-D" + prefix + "stderr.encoding=" + encoding;

        Path plain = run(jdk, out, err, "plain");
        Path isolated = run(jdk, out, err, "isolated");

        assertThat(Files.size(plain.resolve("out"))).isGreaterThan(100);
        assertThat(Files.size(plain.resolve("err"))).isGreaterThan(80);
        assertThat(isolated.resolve("out")).hasSameBinaryContentAs(plain.resolve("out"));
        assertThat(isolated.resolve("err")).hasSameBinaryContentAs(plain.resolve("err"));
    }

    private Path run(int jdk, String out, String err, String way) throws Exception {
        Path files = Files.createDirectory(directory.resolve(way));
        Process process = new ProcessBuilder(
                        Jdk.ofVersion(jdk).resolve("bin/java").toString(),
                        out,
                        err,
                        "-cp",
                        TestClassPath.join(TestClassPath.all()),
                        Main.class.getName(),
                        way)
                .redirectOutput(files.resolve("out").toFile())
                .redirectError(files.resolve("err").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(files.resolve("err"), Charset.forName("ISO-8859-1")))
                .isZero();
        return files;
    }

    /** The main class of such a JVM. */
    static final class Main {

        private Main() {}

        public static void main(String[] way) {
            Launch.of(StreamEncodingsTestCase.class).print(way[0].equals("isolated"));
        }
    }
}
