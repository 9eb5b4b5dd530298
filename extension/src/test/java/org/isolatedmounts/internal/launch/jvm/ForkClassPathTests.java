package org.isolatedmounts.internal.launch.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.isolatedmounts.internal.classpath.CodeSources;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.launcher.Launcher;

public class ForkClassPathTests {

    private static final String SUREFIRE = "surefire.test.class.path";
    private static final String JAVA = "java.class.path";
    private static final Path[] NEEDED = Stream.of(
                    ForkClassPathTests.class, ForkClassPath.class, JupiterTestEngine.class, Launcher.class)
            .map(type -> CodeSources.of(type).orElseThrow())
            .toArray(Path[]::new);

    private final @Nullable String surefire = System.getProperty(SUREFIRE);
    private final @Nullable String java = System.getProperty(JAVA);

    @BeforeEach
    void clear() {
        System.clearProperty(SUREFIRE);
        System.clearProperty(JAVA);
    }

    @AfterEach
    void restore() {
        restore(SUREFIRE, surefire);
        restore(JAVA, java);
    }

    @Test
    void ofThisJvm() {
        System.setProperty(JAVA, "/a.jar" + File.pathSeparator + "/b c" + File.pathSeparator + "/a.jar");

        assertThat(ForkClassPath.build(ForkClassPathTests.class))
                .containsSubsequence(Path.of("/a.jar"), Path.of("/b c"))
                .containsOnlyOnce(Path.of("/a.jar"))
                .contains(NEEDED);
    }

    @Test
    void theJarsThatAllForksShareComeFirst() {
        Path jar = NEEDED[NEEDED.length - 1];
        System.setProperty(JAVA, "/tests" + File.pathSeparator + jar);

        assertThat(ForkClassPath.build(ForkClassPathTests.class)).containsSubsequence(jar, Path.of("/tests"));
    }

    @Test
    void surefireKnowsBetter() {
        System.setProperty(JAVA, "/tmp/surefirebooter.jar");
        System.setProperty(SUREFIRE, "/tests" + File.pathSeparator + "/b.jar");

        assertThat(ForkClassPath.build(ForkClassPathTests.class))
                .containsSubsequence(Path.of("/tests"), Path.of("/b.jar"))
                .doesNotContain(Path.of("/tmp/surefirebooter.jar"));
    }

    @Test
    void relativeEntriesBecomeAbsolute() {
        System.setProperty(JAVA, "target/x" + File.pathSeparator + File.pathSeparator + "y.jar");

        assertThat(ForkClassPath.build(ForkClassPathTests.class))
                .containsSubsequence(
                        Path.of("target/x").toAbsolutePath(), Path.of("y.jar").toAbsolutePath())
                .allMatch(Path::isAbsolute);
    }

    @Test
    void whatIsThereAlreadyKeepsItsPlace() {
        Path last = NEEDED[NEEDED.length - 1];
        System.setProperty(JAVA, last + File.pathSeparator + "/a.jar");

        assertThat(ForkClassPath.build(ForkClassPathTests.class))
                .containsSubsequence(last, Path.of("/a.jar"))
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutAnyClassPathWhatIsNeededIsFound() {
        assertThat(ForkClassPath.build(ForkClassPathTests.class)).containsExactlyInAnyOrder(NEEDED);
    }

    @Test
    void loadersAndTheirParentsAreAsked(@TempDir Path temporary) throws Exception {
        Path directory = Files.createDirectory(temporary.resolve("with space and %"));
        URL[] outerUrls = {url("file:/outer/x.jar"), url("http://localhost/none.jar")};
        URL[] innerUrls = {directory.toUri().toURL(), url("file:/inner/100%25.jar")};
        try (URLClassLoader outer = new URLClassLoader(outerUrls, getClass().getClassLoader());
                URLClassLoader inner = new FixtureClassLoader(innerUrls, outer)) {
            Class<?> fixture = inner.loadClass(FixtureTestCase.class.getName());

            assertThat(fixture.getClassLoader()).isSameAs(inner);
            assertThat(ForkClassPath.build(fixture))
                    .containsSubsequence(directory, Path.of("/inner/100%.jar"), Path.of("/outer/x.jar"))
                    .contains(NEEDED);
        }
    }

    @Test
    void loadersMayHaveUnescapedUrls() throws Exception {
        URL[] urls = {url("file:/with space/a.jar")};
        try (URLClassLoader loader = new FixtureClassLoader(urls, getClass().getClassLoader())) {
            Class<?> fixture = loader.loadClass(FixtureTestCase.class.getName());

            assertThat(ForkClassPath.build(fixture)).contains(Path.of("/with space/a.jar"));
        }
    }

    @Test
    void loadersThatListNothingAreAskedForWhatEveryEntryHas(@TempDir Path temporary) throws Exception {
        Path directory = Files.createDirectory(temporary.resolve("classes"));
        Path jar = temporary.resolve("library.jar");
        new JarOutputStream(Files.newOutputStream(jar), new Manifest()).close();
        URL[] urls = {directory.toUri().toURL(), jar.toUri().toURL()};
        try (URLClassLoader entries = new URLClassLoader(urls, null)) {
            ClassLoader silent = new ClassLoader(getClass().getClassLoader()) {
                @Override
                protected Enumeration<URL> findResources(String name) throws IOException {
                    return entries.findResources(name);
                }

                @Override
                protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                    return name.equals(FixtureTestCase.class.getName()) ? fixture() : super.loadClass(name, resolve);
                }

                private Class<?> fixture() throws ClassNotFoundException {
                    byte[] bytes = bytes(this, FixtureTestCase.class.getName());
                    return defineClass(FixtureTestCase.class.getName(), bytes, 0, bytes.length);
                }
            };

            assertThat(ForkClassPath.build(silent.loadClass(FixtureTestCase.class.getName())))
                    .containsSubsequence(directory, jar);
        }
    }

    private static byte[] bytes(ClassLoader loader, String name) throws ClassNotFoundException {
        String resource = name.replace('.', '/') + ".class";
        try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(resource))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static URL url(String text) throws IOException {
        return new URL(text);
    }

    private static void restore(String name, @Nullable String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }

    public static class FixtureTestCase {}

    /** Defines the fixture itself. */
    public static final class FixtureClassLoader extends URLClassLoader {

        public FixtureClassLoader(URL[] urls, ClassLoader parent) {
            super(urls, parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(FixtureTestCase.class.getName())) {
                return super.loadClass(name, resolve);
            }
            byte[] bytes = bytes(this, name);
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
