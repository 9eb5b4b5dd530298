package org.isolatedmounts.internal.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;

class ClassPathProblemTests {

    @Test
    void hereIsNone() {
        assertThat(ClassPathProblem.find()).isEmpty();
    }

    @Test
    void twoCopies(@TempDir Path first, @TempDir Path second) throws Exception {
        String resource = OwnCopies.class.getName().replace('.', '/') + ".class";
        for (Path copy : List.of(first, second)) {
            Files.createDirectories(copy.resolve(resource).getParent());
            Files.createFile(copy.resolve(resource));
        }
        URL[] urls = {first.toUri().toURL(), second.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            assertThat(OwnCopies.problem(loader))
                    .hasValueSatisfying(problem -> assertThat(problem)
                            .startsWith("isolated-mounts is on the class path 2 times: " + first + " and " + second
                                    + ". Fix: leave one of them"));
        }
    }

    @Test
    void oneCopyThatIsFoundTwice(@TempDir Path directory) throws Exception {
        String resource = OwnCopies.class.getName().replace('.', '/') + ".class";
        Files.createDirectories(directory.resolve(resource).getParent());
        Files.createFile(directory.resolve(resource));
        URL[] urls = {directory.toUri().toURL()};
        try (URLClassLoader parent = new URLClassLoader(urls, null);
                URLClassLoader child = new URLClassLoader(urls, parent)) {
            assertThat(OwnCopies.problem(child)).isEmpty();
        }
    }

    @Test
    void noLauncher() throws Exception {
        try (URLClassLoader loader = loader(org.junit.jupiter.api.Test.class, TestEngine.class)) {
            assertThat(JUnitVersion.problem(loader))
                    .contains(
                            "isolated-mounts does not find org.junit.platform:junit-platform-launcher on the class path"
                                    + " from which it was loaded itself. Fix: add it to the test dependencies, in the version of"
                                    + " the rest of JUnit.");
        }
    }

    @Test
    void aLauncherThatIsTooOld() throws Exception {
        try (URLClassLoader loader = new Forgetful(
                "org.junit.platform.launcher.MethodFilter",
                urls(org.junit.jupiter.api.Test.class, TestEngine.class, Launcher.class))) {
            String version = Launcher.class.getPackage().getImplementationVersion();

            assertThat(JUnitVersion.problem(loader))
                    .hasValueSatisfying(problem -> assertThat(problem)
                            .startsWith("isolated-mounts needs JUnit 5.12 (JUnit Platform 1.12) or later but finds"
                                    + " junit-platform-launcher " + version + " (/")
                            .contains("Fix: raise the version of JUnit"));
        }
    }

    private static URLClassLoader loader(Class<?>... types) {
        return new URLClassLoader(urls(types), null);
    }

    private static URL[] urls(Class<?>... types) {
        return Stream.of(types)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
    }

    /** Lacks one class. */
    private static final class Forgetful extends URLClassLoader {

        private final String forgotten;

        Forgetful(String forgotten, URL[] urls) {
            super(urls, null);
            this.forgotten = forgotten;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(forgotten)) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
