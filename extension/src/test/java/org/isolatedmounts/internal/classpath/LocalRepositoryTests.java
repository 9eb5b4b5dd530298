package org.isolatedmounts.internal.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRepositoryTests {

    private static final List<String> JARS = List.of(
            "com/github/jnr/jnr-ffi/2.3.4/jnr-ffi-2.3.4.jar",
            "com/github/jnr/jffi/1.4.3/jffi-1.4.3.jar",
            "com/github/jnr/jffi/1.4.3/jffi-1.4.3-native.jar",
            "com/github/jnr/jnr-a64asm/1.0.0/jnr-a64asm-1.0.0.jar",
            "com/github/jnr/jnr-x86asm/1.0.2/jnr-x86asm-1.0.2.jar",
            "org/ow2/asm/asm/9.10/asm-9.10.jar",
            "org/ow2/asm/asm-tree/9.10/asm-tree-9.10.jar",
            "org/ow2/asm/asm-commons/9.10/asm-commons-9.10.jar",
            "org/ow2/asm/asm-analysis/9.10/asm-analysis-9.10.jar",
            "org/ow2/asm/asm-util/9.10/asm-util-9.10.jar");

    @TempDir
    Path repository;

    private Path ours;

    @BeforeEach
    void fill() throws IOException {
        ours = repository.resolve("org/isolatedmounts/isolated-mounts/1.0/isolated-mounts-1.0.jar");
        for (String jar : JARS) {
            make(jar);
        }
    }

    @Test
    void theOneAroundOurJar() {
        assertThat(LocalRepository.jarsOfJnr(ours).orElseThrow())
                .containsExactlyInAnyOrderElementsOf(
                        JARS.stream().map(repository::resolve).toList());
    }

    @Test
    void theNewestThatIsAVersionAndHasAJar() throws IOException {
        make("org/ow2/asm/asm/9.9/asm-9.9.jar");
        make("org/ow2/asm/asm/9.11/asm-9.11.pom");
        make("org/ow2/asm/asm/x/asm-x.jar");
        make("org/ow2/asm/asm/resolver-status.properties");
        make("org/ow2/asm/asm/9.10/asm-9.10-sources.jar");

        assertThat(LocalRepository.jarsOfJnr(ours).orElseThrow())
                .contains(repository.resolve("org/ow2/asm/asm/9.10/asm-9.10.jar"))
                .hasSameSizeAs(JARS);
    }

    @Test
    void noneWhereAJarIsMissing() throws IOException {
        Files.delete(repository.resolve(JARS.get(0)));

        assertNone();
    }

    /** Whoever can write to a directory far above a jar could have us run his code. */
    @Test
    void noneAroundAJarThatIsNotInARepository() {
        ours = repository.resolve("a/b/c/d/isolated-mounts-1.0.jar");

        assertNone();
    }

    private void assertNone() {
        String home = System.getProperty("user.home");
        System.setProperty("user.home", repository.resolve("nobody").toString());
        try {
            assertThat(LocalRepository.jarsOfJnr(ours)).isEmpty();
        } finally {
            System.setProperty("user.home", home);
        }
    }

    private void make(String file) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.createFile(path);
    }
}
