package org.isolatedmounts.it.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.it.fidelity.cases.RootResourceTestCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FailureReportTests {

    @TempDir
    Path directory;

    @Test
    void aFullDiskAndADiskWithoutInodesStandOut() throws IOException {
        Failures failures = Failures.of(FailingCases.Full.class, directory);

        assertThat(failures.throwables()).containsOnlyKeys("disk()", "inodes()", "aborted()", "unsuppressing()");
        assertThat(failures.throwables().get("disk()")).hasMessageContaining("No space left on device");
        assertThat(failures.report("disk()").get(0))
                .matches("mounts of Full > disk\\(\\) when it failed, in mnt:\\[\\d+\\]");
        assertThat(failures.mount("disk()", "/data"))
                .contains("FULL: 0 B of 1 MiB free, 100 % used", "tmpfs  rw,size=1024k");
        assertThat(failures.mount("disk()", "/few"))
                .contains("64 MiB of 64 MiB free, 0 % used", "7 of 8 free, 13 % used");
        assertThat(failures.mount("inodes()", "/few"))
                .contains("NONE LEFT: 0 of 8 free, 100 % used")
                .doesNotContain("FULL");
        assertThat(failures.report("disk()")).hasSizeLessThan(60).contains("    no mount has changed since");
        assertThat(String.join("\n", failures.report("disk()")))
                .contains("process: uid " + uid() + ", gid ", "no_new_privs set", "mount -t tmpfs -o size=1m");
        assertThat(failures.file("disk()"))
                .startsWith(failures.report("disk()").get(0) + "\n")
                .contains("FULL: 0 B of 1 MiB", "mount table as laid:\n");
        assertThat(failures.report("disk()"))
                .endsWith("    in full: " + failures.files().get("disk()").get(0));
    }

    @Test
    void whatIsAbortedIsLeftAsItIs() throws IOException {
        Failures failures = Failures.of(FailingCases.Full.class, directory);

        assertThat(failures.throwables().get("aborted()").getSuppressed()).isEmpty();
        assertThat(failures.files()).containsOnlyKeys("disk()", "inodes()", "unsuppressing()");
        // what stands in for it takes a report
        assertThat(failures.report("unsuppressing()")).isNotEmpty();
        assertThat(failures.file("unsuppressing()")).startsWith("mounts of Full > unsuppressing() when it failed");
    }

    @Test
    void theMomentIsThatOfTheFailureNotOfTheEnd() {
        Failures failures = Failures.of(FailingCases.CleaningUp.class, directory);

        assertThat(failures.mount("temporary(Path)", "/tmp")).contains("FULL: 0 B of 1 MiB");
        assertThat(failures.mount("afterwards()", "/data")).contains("FULL: 0 B of 1 MiB");
    }

    @Test
    void aClassThatFailsBeforeItsTestsHasAReport() throws IOException {
        Failures failures = Failures.of(FailingCases.InBeforeAll.class, directory);

        assertThat(failures.throwables()).containsOnlyKeys("FailingCases$InBeforeAll");
        assertThat(failures.mount("FailingCases$InBeforeAll", "/data")).contains("FULL: 0 B of 1 MiB");
        assertThat(failures.file("FailingCases$InBeforeAll")).contains("FULL");
    }

    @Test
    void aPlainClassThatFailsInAForkHasAReport() throws IOException {
        Failures failures = Failures.of(FailingCases.PartlyIsolated.class, directory);

        assertThat(failures.throwables()).containsOnlyKeys("FailingCases$PartlyIsolated");
        assertThat(failures.report("FailingCases$PartlyIsolated").get(0))
                .startsWith("mounts of FailingCases$PartlyIsolated when it failed");
        assertThat(failures.mount("FailingCases$PartlyIsolated", "/data")).contains("FULL");
        assertThat(failures.file("FailingCases$PartlyIsolated")).contains("FULL");
    }

    @Test
    void anEngineThatFailsInAForkHasAReport() throws IOException {
        Failures failures = Failures.of(RootResourceTestCase.class, directory);

        assertThat(failures.throwables()).containsOnlyKeys("JUnit Jupiter");
        assertThat(failures.throwables().get("JUnit Jupiter"))
                .hasMessage("Failed to close extension context")
                .cause()
                .satisfies(cause -> assertThat(cause.getSuppressed())
                        .singleElement()
                        .asString()
                        .startsWith("mounts of JUnit Jupiter when it failed"));
        assertThat(failures.file("JUnit Jupiter")).contains("no mount is declared");
    }

    @Test
    void aNameThatCannotBeEncodedIsNoReasonToLoseTheFile() throws IOException {
        Failures failures = Failures.of(FailingCases.OddlyNamed.class, directory);

        assertThat(failures.file(FailingCases.OddlyNamed.HALF_A_CHARACTER))
                .startsWith("mounts of OddlyNamed > half a ? when it failed");
    }

    @Test
    void aFileThatCannotBeWrittenLeavesTheReport() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        Failures failures = Failures.of(FailingCases.OddlyNamed.class, file.resolve("below"));

        assertThat(failures.report(FailingCases.OddlyNamed.HALF_A_CHARACTER))
                .contains("    no mount has changed since")
                .last()
                .asString()
                .contains("in full: nowhere, the file could not be written: ");
    }

    @Test
    void everyInvocationAndDynamicTestHasItsOwn() throws IOException {
        Failures failures = Failures.of(FailingCases.Several.class, directory);

        String first = failures.name("[1]");
        String second = failures.name("[2]");
        assertThat(failures.report(first).get(0)).startsWith("mounts of Several > values(String) > [1]");
        assertThat(failures.mount(first, "/data")).contains("1 MiB of 1 MiB free");
        assertThat(failures.mount(second, "/data")).contains("FULL");
        assertThat(failures.report("first").get(0)).startsWith("mounts of Several > dynamic() > first when it failed");
        assertThat(failures.mount("first", "/data")).contains("1 MiB of 1 MiB free");
        assertThat(failures.mount("second", "/data")).contains("FULL");
        assertThat(failures.file("second")).contains("FULL");
    }

    @Test
    void everyFailureInOneForkHasItsOwn() {
        Failures failures = Failures.of(FailingCases.Sharing.class, directory);

        assertThat(failures.throwables())
                .containsOnlyKeys("fills()", "removes()", "throwsTheSame()", "halts()", "FailingCases$Sharing");
        assertThat(failures.mount("fills()", "/data")).contains("FULL");
        assertThat(failures.mount("removes()", "/data")).contains("1 MiB of 1 MiB free");
        assertThat(failures.reports("throwsTheSame()")).hasSize(1);
        assertThat(failures.mount("halts()", "/data")).contains("FULL");
    }

    @Test
    void aForkThatDiedIsToldOfToo() throws IOException {
        Failures failures = Failures.of(FailingCases.Crashing.class, directory);

        assertThat(failures.mount("exits()", "/data")).contains("FULL");
        // a JVM that exits does not wait until it has been looked at
        assertThat(String.join("\n", failures.report("exits()")))
                .containsAnyOf(
                        "process: uid " + uid(), "process: unknown: the fork has ended", "process: unknown: the JVM");
        assertThat(failures.mount("halts()", "/data")).contains("1 MiB of 1 MiB free");
        // it closes its pipes before it ends; it and its shell may have ended by then, or not
        assertThat(String.join("\n", failures.report("halts()")))
                .containsPattern("\n    process: (unknown: the (JVM of the )?fork has ended|uid " + uid() + ",)");
    }

    @Test
    void theMountsAreThoseOfTheForkThatFailed() throws IOException {
        Files.deleteIfExists(FailingCases.DyingProvider.TRACE);
        Failures failures = Failures.of(FailingCases.DyingProvider.class, directory);

        assertThat(failures.throwables().get("values(String)")).hasMessageContaining("exit status 6");
        assertThat(failures.mount(failures.name("[1]"), "/data")).contains("FULL");
        assertThat(failures.mount("values(String)", "/data")).contains("1 MiB of 1 MiB free");
    }

    @Test
    void nothingOfTheForkIsNeededToLookAtIt() throws IOException {
        Failures failures = Failures.of(FailingCases.Starving.class, directory);

        assertThat(failures.throwables().get("hasNoDescriptors()")).hasMessageContaining("Too many open files");
        assertThat(failures.mount("hasNoDescriptors()", "/data")).contains("1 MiB of 1 MiB free");
        assertThat(String.join("\n", failures.report("hasNoDescriptors()"))).contains("process: uid " + uid());
    }

    @Test
    void whatHasChangedIsTold() throws IOException {
        // what a broken off run has left is overwritten
        Files.writeString(Path.of(FailingCases.Changing.SOURCE), "");
        Failures failures = Failures.of(FailingCases.Changing.class, directory);

        assertThat(failures.report("deletesTheSource()"))
                .anySatisfy(line -> assertThat(line).startsWith("      root deleted /data/bound"));
        assertThat(failures.file("deletesTheSource()")).contains("mount table at the failure:");
    }

    @Test
    void aMountPointThroughALinkHasBothNamesAndItsCommands() throws IOException {
        Path real = Files.createDirectory(directory.resolve("real")).toRealPath();
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);
        System.setProperty("it.link", link.toString());
        try {
            Failures failures = Failures.of(FailingCases.ThroughALink.class, directory);

            assertThat(failures.file("fails()"))
                    .containsPattern(link + "/data -> " + real + "/data +1 MiB of 1 MiB free.* tmpfs  rw,size=1024k")
                    .doesNotContain("hidden by another mount");
            assertThat(String.join("\n", failures.report("fails()")))
                    .containsPattern("mount -t tmpfs -o size=1m\\S* \\S+ " + real + "/data");
        } finally {
            System.clearProperty("it.link");
        }
    }

    private static String uid() throws IOException {
        return Files.getAttribute(Path.of("/proc/self/status"), "unix:uid").toString();
    }
}
