package org.isolatedmounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mvn install} makes the Javadoc of what is public; no other phase would notice that it cannot. */
class JavadocTests {

    private static final Path SOURCES = Path.of("src/main/java/org/isolatedmounts");

    @Test
    void canBeMade(@TempDir Path directory) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-quiet",
                "-Xdoclint:all,-missing",
                "-Xwerror",
                "-d",
                directory.toString(),
                "-encoding",
                "UTF-8",
                "-classpath",
                "target/classes" + File.pathSeparator
                        + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java") && !file.startsWith(SOURCES.resolve("internal")))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        StringWriter problems = new StringWriter();
        PrintWriter out = new PrintWriter(problems);

        int status = ToolProvider.findFirst("javadoc").orElseThrow().run(out, out, arguments.toArray(String[]::new));

        assertThat(status).as(problems.toString()).isZero();
    }
}
