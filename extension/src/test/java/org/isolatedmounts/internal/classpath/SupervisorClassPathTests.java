package org.isolatedmounts.internal.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SupervisorClassPathTests {

    @Test
    void ourClassesAndTheJarsOfJnr() {
        List<Path> entries = Stream.of(SupervisorClassPath.build().split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();

        assertThat(entries)
                .doesNotHaveDuplicates()
                .allSatisfy(entry -> assertThat(entry).exists().isAbsolute())
                .first()
                .isEqualTo(CodeSources.of(SupervisorClassPath.class).orElseThrow());
        assertThat(entries.stream().skip(1).map(entry -> String.valueOf(entry.getFileName())))
                .allMatch(name -> name.matches("(jnr-|jffi-|asm-).*\\.jar"))
                .anyMatch(name -> name.matches("jffi-.*-native\\.jar"));
    }

    @Test
    void aMissingJarIsNamed() throws Exception {
        URL[] ours = {
            CodeSources.of(SupervisorClassPath.class).orElseThrow().toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(ours, new WithoutJnr())) {
            Object problem = loader.loadClass(SupervisorClassPath.class.getName())
                    .getMethod("problem")
                    .invoke(null);

            assertThat(problem)
                    .isEqualTo(Optional.of(
                            "isolated-mounts does not find jnr/ffi/LibraryLoader.class on the class path. Fix: do not"
                                    + " exclude com.github.jnr:jnr-ffi or what it depends on."));
        }
    }

    private static final class WithoutJnr extends ClassLoader {

        WithoutJnr() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.junit.")) {
                return getClass().getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }

        @Override
        protected @Nullable URL findResource(String name) {
            return null;
        }
    }
}
