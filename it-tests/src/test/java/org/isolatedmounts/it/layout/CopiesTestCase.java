package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

/** What a test writes to copies reaches nobody, so each of these tests finds what the other has changed. */
@TmpfsMount(at = "/isolated-mounts-it/resources", copyOf = "classpath:/store")
@TmpfsMount(at = "/isolated-mounts-it/project", copyOf = "src/test/resources/store")
@BindMount(source = "classpath:/store", at = "/isolated-mounts-it/bound")
@BindMount(source = "classpath:/store/app.properties", at = "/etc/isolated-mounts-it.properties")
class CopiesTestCase {

    private static final Path BASE = Path.of("/isolated-mounts-it");

    @Test
    void change() throws IOException {
        assertCopiesAreWhole();
    }

    @Test
    void changeAgain() throws IOException {
        assertCopiesAreWhole();
    }

    private static void assertCopiesAreWhole() throws IOException {
        for (String name : new String[] {"resources", "project"}) {
            Path file = BASE.resolve(name).resolve("app.properties");
            assertThat(file).hasContent("port=1\n");
            Files.writeString(file, "port=2\n");
            assertThat(BASE.resolve(name).resolve("deep/file")).hasContent("two\n");
        }
        assertThat(BASE.resolve("bound/deep/file")).hasContent("two\n");
        assertThatIOException()
                .isThrownBy(() -> Files.writeString(BASE.resolve("bound/new"), ""))
                .withMessageContaining("Read-only file system");
        assertThat(Path.of("/etc/isolated-mounts-it.properties")).hasContent("port=1\n");
    }
}
