package org.isolatedmounts.internal.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSourcesTests {

    private static final String RESOURCE = "com/example/Some.class";

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with space", "100%", "%20", "a+b", "a#b", "a?b", "a!b", "com"})
    void directories(String name, @TempDir Path temporary) throws IOException {
        Path directory = temporary.resolve(name);
        Files.createDirectories(directory.resolve(RESOURCE).getParent());
        Files.createFile(directory.resolve(RESOURCE));

        assertFound(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain.jar", "with space.jar", "100%.jar", "%20.jar", "a+b.jar", "a#b.jar", "a!b.jar", "zip"})
    void jars(String name, @TempDir Path temporary) throws IOException {
        Path jar = temporary.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry(RESOURCE));
        }

        assertFound(jar);
    }

    @Test
    void loadedClasses() {
        Path ours = CodeSources.of(CodeSources.class).orElseThrow();
        Path tests = CodeSources.of(CodeSourcesTests.class).orElseThrow();
        Path jupiter = CodeSources.of(Test.class).orElseThrow();

        assertThat(ours).isDirectoryContaining("glob:**/org");
        assertThat(tests).isDirectory().isNotEqualTo(ours);
        assertThat(jupiter).isRegularFile().hasExtension("jar");
        assertThat(CodeSources.of(Nested.class)).contains(tests);
    }

    @ParameterizedTest
    @ValueSource(classes = {String.class, java.sql.Driver.class, int.class})
    void classesOfTheJdkHaveNone(Class<?> type) {
        assertThat(CodeSources.of(type)).isEmpty();
    }

    @Test
    void whatIsNotThereHasNone() {
        assertThat(CodeSources.of(getClass().getClassLoader(), "com/example/Missing.class"))
                .isEmpty();
    }

    private static void assertFound(Path entry) throws IOException {
        URL[] urls = {entry.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            assertThat(CodeSources.of(loader, RESOURCE)).contains(entry);
        }
    }

    private static final class Nested {}
}
