package org.isolatedmounts.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ReportFileTests {

    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" data-jvm=\"([^\"]*)\">[^<]*</script>\n");

    @TempDir
    Path directory;

    @Test
    void aRunOfTwoJvmsIsOnePage() throws Exception {
        write("run", "first", "[a]");
        write("run", "second", "[b]");
        write("run", "first", "[a]", "[c]");

        assertThat(jvms()).containsExactly("first", "second", "first");
    }

    @Test
    void aNewRunReplacesThePage() throws Exception {
        write("run", "first", "[a]");
        write("next run", "second", "[b]");

        assertThat(jvms()).containsExactly("second");
        assertThat(page()).containsOnlyOnce("<!doctype html>").doesNotContain("[a]");
    }

    @Test
    void aTestOnceMoreInAnotherJvmIsANewRunThoughTheParentIsTheSame() throws Exception {
        write("daemon", "first", "[a]");
        write("daemon", "second", "[b]", "[a]");

        assertThat(jvms()).containsExactly("second");
    }

    @Test
    void whatAKilledJvmLeftUnfinishedIsCutOff() throws Exception {
        write("run", "first", "[a]");
        Files.writeString(
                directory.resolve("report.html"),
                "<script type=\"application/json\" data-jvm=\"killed\">{\"pid\":",
                StandardOpenOption.APPEND);
        write("run", "second", "[b]");

        assertThat(jvms()).containsExactly("first", "second");
        assertThat(page()).doesNotContain("data-jvm=\"killed\"").contains("[a]", "[b]");
    }

    @Test
    void aPageThatWasCutOffInItsHeadIsWrittenAnew() throws Exception {
        write("run", "first", "[a]");
        Files.writeString(directory.resolve("report.html"), page().substring(0, page().indexOf("<main>")));
        write("run", "second", "[b]");

        assertThat(jvms()).containsExactly("second");
    }

    @Test
    void jvmsThatWriteAtTheSameMomentAllAddTheirSessions() throws Exception {
        int sessions = 50;
        List<PageWriter> writers = new ArrayList<>();
        try {
            for (String name : List.of("one", "two")) {
                writers.add(PageWriter.start(directory, name, sessions));
            }
            for (PageWriter writer : writers) {
                writer.awaitReady();
            }
            for (PageWriter writer : writers) {
                writer.go();
            }
            for (PageWriter writer : writers) {
                writer.awaitSuccess();
            }
        } finally {
            writers.forEach(PageWriter::close);
        }

        assertThat(jvms()).hasSize(2 * sessions).containsOnly("one", "two");
        for (int session = 0; session < sessions; session++) {
            assertThat(page()).contains("\"id\":\"one " + session + "\"", "\"id\":\"two " + session + "\"");
        }
        assertThat(page()).containsOnlyOnce("<!doctype html>").endsWith("</script>\n");
    }

    @Test
    void aJvmThatIsKilledWhileItHoldsThePageHoldsNobodyUp() throws Exception {
        write("run", "first", "[a]");
        try (PageWriter killed = PageWriter.start(directory, "killed", PageWriter.ENDLESS)) {
            killed.awaitReady();
            killed.go();
            killed.awaitHolding();
            killed.kill();
        }
        write("run", "second", "[b]");

        assertThat(jvms()).containsExactly("first", "second");
    }

    @Test
    void aSessionThatCannotBeWrittenToItsEndIsCutOffByTheNext() throws Exception {
        write("run", "first", "[a]");
        long before = page().length();
        // room for the beginning of the session, but not for its name
        long kibibytes = Files.size(directory.resolve("report.html")) / 1024 + 2;
        try (PageWriter writer = PageWriter.startOnFullDisk(directory, "unlucky" + "y".repeat(3000), kibibytes)) {
            writer.awaitReady();
            writer.go();
            writer.awaitFailure("File too large");
        }
        assertThat(page()).hasSizeGreaterThan((int) before).contains("data-jvm=\"unlucky");

        write("run", "second", "[b]");

        assertThat(jvms()).containsExactly("first", "second");
        assertThat(page()).doesNotContain("unlucky");
    }

    @Test
    void thereIsNothingBesideThePage() throws Exception {
        write("run", "first", "[a]");

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("report.html"));
        }
    }

    @Test
    void aDirectoryThatCannotBeMadeIsAnError() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatIOException()
                .isThrownBy(() -> ReportFile.write(file.resolve("below"), log("[a]"), "run", "jvm"))
                .withMessageContaining("file");
    }

    @Test
    void noNameEndsTheElementThatItStandsIn() throws Exception {
        write("run", "jvm", "[</script><script>alert(1)</script><!--\u2028]");

        assertThat(jvms()).containsExactly("jvm");
        assertThat(page()).contains("[\\u003c/script>\\u003cscript>alert(1)\\u003c/script>\\u003c!--\\u2028]");
    }

    @Test
    void nothingButOurStyleAndScriptIsAllowed() throws Exception {
        write("run", "jvm", "[a]");

        assertThat(page())
                .containsPattern("Content-Security-Policy\" content=\"default-src 'none'; img-src data:;"
                        + " style-src 'sha256-[^']{44}'; script-src 'sha256-[^']{44}'; base-uri 'none'")
                .doesNotContain("href=\"http", "src=", "url(", "@import", "fetch(")
                .doesNotContain("@style@", "@script@", "@policy@", "@run@");
    }

    private void write(String run, String jvm, String... ids) throws Exception {
        ReportFile.write(directory, log(ids), run, jvm);
    }

    static RunLog log(String... ids) {
        RunLog log = RunLog.of(() -> MountTable.parse("1 0 8:1 / / rw - ext4 /dev/sda1 rw\n"));
        for (String id : ids) {
            log.ordered(new LayoutPlan(List.of()), List.of(id)).accept(new ForkEvent.Started(id));
            log.finished(new TestLog(id, true, List.of("Class", id), "Class", TestLog.Status.SUCCESSFUL, ""));
        }
        return log;
    }

    private String page() throws Exception {
        return Files.readString(directory.resolve("report.html"));
    }

    private List<String> jvms() throws Exception {
        return DATA.matcher(page()).results().map(result -> result.group(1)).toList();
    }
}
