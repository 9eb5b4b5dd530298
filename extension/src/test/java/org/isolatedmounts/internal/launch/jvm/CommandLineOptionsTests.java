package org.isolatedmounts.internal.launch.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineOptionsTests {

    @Test
    void endWithTheMainClass() throws IOException {
        assertThat(of("java", "-Xmx1g", "-ea", "-cp", "a:b", "-Da=b c", "Main", "-Xss1m", "@file"))
                .containsExactly("-Xmx1g", "-ea", "-Da=b c");
        assertThat(of("java", "-Xmx1g", "-jar", "-x.jar", "-Xss1m")).containsExactly("-Xmx1g");
        assertThat(of("java", "-p", "mods", "--add-opens", "m/p=ALL-UNNAMED", "--class-path=x", "-m", "m/Main"))
                .containsExactly("--module-path=mods", "--add-opens=m/p=ALL-UNNAMED");
    }

    @Test
    void argumentFilesAreExpanded(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), """
                # a comment
                -Xmx1g -cp "a b:\\"c"
                -Da='b c'"d" "-De=\\
                    f" -Dg=h#i
                Main
                """);

        assertThat(of("java", "@" + file, "-Xss1m")).containsExactly("-Xmx1g", "-Da=b cd", "-De=f", "-Dg=h#i");
    }

    @Test
    void variablesAddToThem() throws IOException {
        Map<String, String> environment = Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Da=1",
                "JDK_JAVA_OPTIONS",
                "--add-opens x/y=z '-Db=2 3'",
                "_JAVA_OPTIONS",
                "-Dd=5");

        assertThat(new CommandLineOptions(environment, Files::readString).of(List.of("java", "-Dc=4", "Main")))
                .containsExactly("-Da=1", "--add-opens=x/y=z", "-Db=2 3", "-Dc=4", "-Dd=5");
    }

    /** However this JVM was started. */
    @Test
    void areThoseThatTheJvmTells() throws IOException {
        List<String> words =
                List.of(Files.readString(Path.of("/proc/self/cmdline")).split("\0", -1));

        assertThat(new CommandLineOptions(System.getenv(), Files::readString).of(words))
                .isEqualTo(ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    private static List<String> of(String... words) throws IOException {
        return new CommandLineOptions(Map.of(), Files::readString).of(List.of(words));
    }
}
