package org.isolatedmounts.it.fidelity.cases;

import java.nio.file.Files;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What JUnit writes below {@code /tmp} is in the fork only. */
@IsolatedMounts
@TmpfsMount(at = "/tmp")
public class PublishedFilesTestCase {

    @BeforeAll
    static void beforeAll(TestReporter reporter) {
        reporter.publishFile("of-the-class", MediaType.TEXT_PLAIN, file -> Files.writeString(file, "naïve"));
    }

    @Test
    void test(TestReporter reporter) {
        reporter.publishFile("empty", MediaType.APPLICATION_OCTET_STREAM, file -> Files.createFile(file));
        reporter.publishFile("large.bin", MediaType.IMAGE_PNG, file -> Files.write(file, new byte[200_000]));
        reporter.publishDirectory("directory", directory -> {
            Files.createDirectory(directory.resolve("inner"));
            Files.writeString(directory.resolve("inner/one"), "1");
            Files.writeString(directory.resolve("two"), "2");
        });
        reporter.publishDirectory("nothing", directory -> {});
    }
}
