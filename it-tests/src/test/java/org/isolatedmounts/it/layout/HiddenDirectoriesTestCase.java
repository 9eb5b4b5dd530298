package org.isolatedmounts.it.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Runs in a host JVM of which the class path and the working directory lie in {@link HiddenDirectoriesTests#PROJECT}. */
@IsolatedMounts
class HiddenDirectoriesTestCase {

    @Test
    @TmpfsMount(at = HiddenDirectoriesTests.PROJECT)
    @BindMount(source = HiddenDirectoriesTests.PROJECT + "/source", at = "/isolated-mounts-it/source")
    void theProject() throws IOException, InterruptedException {
        assertIsHiddenButWorks(HiddenDirectoriesTests.PROJECT);
        assertThat(Path.of("/isolated-mounts-it/source/file")).hasContent("hidden");
        assertThat(Path.of(HiddenDirectoriesTests.PROJECT, "source")).doesNotExist();
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> Files.createFile(Path.of(HiddenDirectoriesTests.PROJECT, "classes-0", "new")))
                .withMessageContaining("Read-only file system");
    }

    @Test
    @TmpfsMount(at = "/isolated-mounts-it/source")
    @TmpfsMount(at = HiddenDirectoriesTests.PROJECT)
    @TmpfsMount(at = HiddenDirectoriesTests.PROJECT + "/below/it")
    void theProjectBelowANewRoot() throws IOException, InterruptedException {
        assertIsHiddenButWorks(HiddenDirectoriesTests.PROJECT);
    }

    @Test
    @TmpfsMount(at = HiddenDirectoriesTests.PROJECT + "/classes-0")
    void theClassPathItself() {
        throw new AssertionError("ran without its classes");
    }

    @Nested
    class Inner {

        @Test
        @TmpfsMount(at = HiddenDirectoriesTests.PROJECT)
        void theProject() throws IOException, InterruptedException {
            assertIsHiddenButWorks(HiddenDirectoriesTests.PROJECT);
        }
    }

    @Test
    @TmpfsMount(at = "/usr/lib/jvm")
    @TmpfsMount(at = "/tmp")
    @TmpfsMount(at = "/home")
    @TmpfsMount(at = "/root")
    @TmpfsMount(at = "/var")
    @TmpfsMount(at = "/run")
    @TmpfsMount(at = "/opt")
    @TmpfsMount(at = "/usr/local")
    @BindMount(source = HostPlace.SOURCE, at = "/var/source")
    void whateverIsUsuallySomewhere() throws IOException, InterruptedException {
        for (String hidden :
                new String[] {"/usr/lib/jvm", "/tmp", "/home", "/root", "/var", "/run", "/opt", "/usr/local"}) {
            assertIsHiddenButWorks(hidden);
        }
        assertThat(Path.of("/var/source/file")).hasContent("of the source");
        assertThat(Path.of(HostPlace.SOURCE)).doesNotExist();
        Files.delete(Files.createTempFile("works", "too"));
    }

    private static void assertIsHiddenButWorks(String hidden) throws IOException, InterruptedException {
        assertThat(MountTable.ofSelf().at(hidden).orElseThrow().fileSystemType())
                .isEqualTo("tmpfs");
        Files.writeString(Path.of(hidden, "new-file"), "content");
        assertThat(new LoadedLate().name()).isEqualTo("loaded late");
        try (InputStream resource = HiddenDirectoriesTestCase.class.getResourceAsStream("resource.txt")) {
            assertThat(resource).isNotNull();
            assertThat(new String(resource.readAllBytes(), UTF_8)).isEqualTo("a resource");
        }
        assertThat(Shell.run("'" + System.getProperty("java.home") + "/bin/java' -version"))
                .satisfies(java -> assertThat(java.status()).as(java.output()).isZero());
        assertThat(new File(".").getCanonicalPath()).isEqualTo(HiddenDirectoriesTests.PROJECT);
        assertThat(Shell.run("pwd").output()).isEqualTo(HiddenDirectoriesTests.PROJECT + "\n");
    }

    /** Nothing needs it before the mounts are laid. */
    static final class LoadedLate {

        String name() {
            return "loaded late";
        }
    }
}
