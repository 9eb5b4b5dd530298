package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs in a host JVM of which {@link HiddenDirectoriesTests#PROJECT} is the working directory. */
@IsolatedMounts
class RelativePathsTestCase {

    private static final String PROJECT = HiddenDirectoriesTests.PROJECT;

    private static final int ARGUMENTS = 3;
    private static final int CLASS_ARCHIVE = 6;

    @Test
    @BindMount(source = PROJECT, at = PROJECT)
    void readOnlyBindOnTheWorkingDirectory() throws IOException, InterruptedException {
        assertReadOnly();
    }

    @Test
    @BindMount(source = HostPlace.PLACE, at = HostPlace.PLACE)
    void readOnlyBindAboveIt() throws IOException, InterruptedException {
        assertReadOnly();
    }

    @Test
    @TmpfsMount(at = PROJECT, readOnly = true)
    void readOnlyTmpfsOnIt() throws IOException, InterruptedException {
        assertReadOnly();
    }

    @Test
    @TmpfsMount(at = PROJECT)
    void tmpfsOnIt() throws IOException, InterruptedException {
        assertSameFiles();
    }

    @Test
    @TmpfsMount(at = HostPlace.PLACE)
    void tmpfsAboveIt() throws IOException, InterruptedException {
        assertSameFiles();
    }

    @Test
    @TmpfsMount(at = "/isolated-mounts-it/data")
    @TmpfsMount(at = PROJECT + "/inner")
    void tmpfsBelowItAndANewRoot() throws IOException, InterruptedException {
        Files.writeString(Path.of("inner/a"), "a");
        assertThat(Path.of(PROJECT, "inner/a")).hasContent("a");
        assertThat(Path.of("file")).hasContent("of the host");
    }

    /** What the processes of a fork have open, or stand in, leads nowhere else. */
    @AfterEach
    void nothingLeadsPastTheLayout() throws IOException {
        assertThat(Path.of("/proc/1/cwd").toRealPath()).isEqualTo(Path.of("/"));
        assertThat(Path.of("/proc/self/cwd").toRealPath()).isEqualTo(Path.of(PROJECT));
        for (int descriptor : new int[] {ARGUMENTS, CLASS_ARCHIVE}) {
            Path opened = Path.of("/proc/self/fd/" + descriptor);
            if (isOfTheSupervisor(opened)) {
                assertThatExceptionOfType(FileSystemException.class)
                        .isThrownBy(() -> Files.newByteChannel(opened, StandardOpenOption.WRITE))
                        // as an ordinary user the one or the other
                        .matches(refusal -> refusal instanceof AccessDeniedException
                                || String.valueOf(refusal.getMessage()).contains("Read-only file system"));
            } else {
                // the first forks have no archive, and something of their own there
                assertThat(descriptor).isEqualTo(CLASS_ARCHIVE);
            }
        }
    }

    private static boolean isOfTheSupervisor(Path opened) throws IOException {
        String file = Files.readSymbolicLink(opened).toString();
        return file.endsWith("/arguments") || file.endsWith("/classes.jsa");
    }

    private static void assertReadOnly() throws IOException, InterruptedException {
        for (String name : new String[] {"new", PROJECT + "/new"}) {
            assertThatExceptionOfType(FileSystemException.class)
                    .isThrownBy(() -> Files.createFile(Path.of(name)))
                    .withMessageContaining("Read-only file system");
            assertThatExceptionOfType(FileNotFoundException.class)
                    .isThrownBy(() -> new FileOutputStream(name).close())
                    .withMessageContaining("Read-only file system");
            assertThat(Shell.run("touch " + name).output()).contains("Read-only file system");
        }
    }

    private static void assertSameFiles() throws IOException, InterruptedException {
        assertThat(Path.of("file")).doesNotExist();
        Files.writeString(Path.of("new"), "new");
        assertThat(new File(PROJECT, "new")).hasContent("new");
        assertThat(Shell.run("cat new; pwd -P").output()).isEqualTo("new" + PROJECT + "\n");
        assertThat(Shell.run("echo child > of-child").status()).isZero();
        assertThat(new File("of-child")).hasContent("child");
        assertThat(System.getProperty("user.dir")).isEqualTo(PROJECT);
    }
}
