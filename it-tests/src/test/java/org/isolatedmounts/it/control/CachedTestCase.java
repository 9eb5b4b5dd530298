package org.isolatedmounts.it.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.management.ManagementFactory;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.internal.plan.ForkPipes;
import org.junit.jupiter.api.Test;

@IsolatedMounts
class CachedTestCase {

    private static final Path ARCHIVE = Path.of(ForkPipes.path(ForkPipes.CLASS_ARCHIVE));

    @Test
    void hasTheArchive() {
        assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments())
                .as("no archive")
                .contains("-XX:SharedArchiveFile=" + ARCHIVE);
    }

    /** Other forks execute what is in it. */
    @Test
    void cannotWriteToIt() {
        hasTheArchive();
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> Files.newOutputStream(ARCHIVE, StandardOpenOption.WRITE))
                .withMessageContaining("Read-only file system");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> Files.setAttribute(ARCHIVE, "unix:mode", 0777))
                .withMessageContaining("Read-only file system");
    }
}
