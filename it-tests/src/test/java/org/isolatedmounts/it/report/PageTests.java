package org.isolatedmounts.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.internal.report.ForkLog;
import org.isolatedmounts.internal.report.ReportFile;
import org.isolatedmounts.internal.report.RunLog;
import org.isolatedmounts.internal.report.TestLog;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser shows of pages, one of them made by a real run. */
@Tag("browser")
class PageTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int DESKTOP = 1400;
    private static final int PHONE = 420;

    /** How many mounts the page draws at once. */
    private static final int CHUNK = 250;

    @TempDir
    static Path directory;

    private static Path real;
    private static String project = "";
    private static Browser browser;

    @BeforeAll
    static void makePagesAndStartABrowser() throws Exception {
        Path ofRun = directory.resolve("real");
        try (HostJvm host = HostJvm.start(List.of(), Map.of("isolatedmounts.report", ofRun.toString()))) {
            host.run(PATIENCE, ReportedTestCase.class, SharingTestCase.class);
            host.closeSession(PATIENCE);
            project = String.valueOf(host.workingDirectory().getFileName());
        }
        real = ofRun.resolve("report.html");
        browser = Browser.start(directory);
    }

    @AfterAll
    static void end() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void showsEachTestAndAsksForNothing() throws Exception {
        browser.open(real, "light", DESKTOP);

        assertThat(browser.evaluate("document.title"))
                .startsWith("1 failed · ")
                .endsWith(project + " · isolated-mounts");
        assertThat(text("#about")).startsWith(project + " · ").contains("JDK");
        assertThat(text("#summary")).contains("strip: end of the JVM").doesNotContain("at the same time");
        assertThat(titles())
                .contains("passes()", "fails()", "aborts()", "isSkipped()", "one()", "other()")
                .hasSize(7)
                .contains(ReportedTestCase.NASTY);
        assertThat(browser.evaluate("document.querySelectorAll('img').length")).isEqualTo("0");
        assertThat(browser.requests())
                .contains(real.toUri().toString())
                .allMatch(url -> url.equals(real.toUri().toString())
                        || url.equals("about:blank")
                        || url.startsWith("data:image/svg+xml,"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void searchesAndFilters() throws Exception {
        browser.open(real, "light", DESKTOP);
        browser.press("/");
        browser.type("PASSES");
        assertThat(titles()).containsExactly("passes()");

        browser.press("Escape");
        assertThat(titles()).hasSize(7);

        browser.press("/");
        browser.type("/etc/reported/share");
        assertThat(titles()).containsExactly("fails()");

        browser.press("Escape");
        browser.evaluate("document.querySelector('[data-status=ABORTED]').click()");
        assertThat(titles()).containsExactly("aborts()");
        assertThat(text("#detail .why")).contains("not today");

        browser.press("/");
        browser.type("no such test");
        assertThat(titles()).isEmpty();
        assertThat(text("#list")).isEqualTo("No test matches.");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void drawsTheMountsOfATest() throws Exception {
        browser.open(real, "light", DESKTOP);
        choose("fails()");

        assertThat(text("#detail h2")).isEqualTo("fails()");
        assertThat(text("#detail .why")).contains("not the same ==> expected: <<b>this</b>> but was: <that>");
        assertThat(text("#detail .key")).contains("boot", "lay", "run", "the test itself", "strip");
        assertThat(text(".mount.DECLARED[data-at='/etc/reported/data']"))
                .contains("tmpfs", "size=64k", "nosuid", "@TmpfsMount(at = \"/etc/reported/data\") on class");
        assertThat(text(".mount.DECLARED[data-at='/etc/reported/share']")).contains("← /usr/share", "ro", "@BindMount");
        assertThat(text(".mount.SCAFFOLD[data-at='/etc']")).contains("made to hold a mount point");
        assertThat(text("#detail pre.commands")).contains("mount ");

        browser.evaluate("[...document.querySelectorAll('#detail .switch button')].at(-1).click()");

        // those of the page, not those of now; a long table is drawn in parts
        int onHost = Integer.parseInt(browser.evaluate(
                "JSON.parse(document.querySelector('script[type=\"application/json\"]').textContent).host.length"));
        assertThat(onHost).isPositive();
        assertThat(text("#detail")).contains(onHost + " mount");
        assertThat(browser.evaluate("document.querySelectorAll('#detail .mount').length"))
                .isEqualTo(String.valueOf(Math.min(onHost, CHUNK)));
        choose(ReportedTestCase.NASTY);
        assertThat(text("#detail .mount.DECLARED[data-at$='<img src=x>']")).contains("<img src=x>");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Tag("full")
    void saysSoWhereTheOnlyJvmWasKilledWhileItWrote() throws Exception {
        String page = Files.readString(real);
        int data = page.indexOf("<script type=\"application/json\"");
        for (int end : List.of(data, data + 20, page.length() - 100)) {
            Path cut = Files.writeString(directory.resolve("cut.html"), page.substring(0, end));
            browser.open(cut, "light", DESKTOP);

            assertThat(titles()).isEmpty();
            assertThat(text("#about")).contains("killed", "nothing of its tests is left");
        }
    }

    @Test
    void saysWhyNoTestHadAFork() throws Exception {
        RunLog log = RunLog.of(() -> MountTable.parse(""));
        log.finished(new TestLog(
                "[a]", true, List.of("Class", "test()"), "", TestLog.Status.FAILED, "unshare(1) is not here"));
        ReportFile.write(directory.resolve("none"), log);
        browser.open(directory.resolve("none/report.html"), "light", DESKTOP);

        assertThat(titles()).containsExactly("test()");
        assertThat(text("#summary")).contains("1test", "1failed");
        assertThat(text("#detail")).contains("unshare(1) is not here", "It had no fork");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Tag("full")
    void secondsAreRoundedIntoMinutes() throws Exception {
        Map<String, Long> times = Map.of("59 s", 59_000L, "1 min 0 s", 59_600L, "2 min 0 s", 119_700L);
        RunLog log = RunLog.of(() -> MountTable.parse(""));
        times.forEach((title, millis) -> {
            ForkLog fork = log.ordered(new LayoutPlan(List.of()), List.of(title));
            log.finished(new TestLog(title, true, List.of("Class", title), "", TestLog.Status.SUCCESSFUL, ""));
            fork.accept(new ForkEvent.ForkTimed(0, 0, millis * 1_000_000, 0));
        });
        ReportFile.write(directory.resolve("long"), log);
        browser.open(directory.resolve("long/report.html"), "light", DESKTOP);

        for (String title : times.keySet()) {
            choose(title);
            assertThat(text("#list .row[aria-current=true] .time")).isEqualTo(title);
        }
    }

    @Test
    @Tag("full")
    void isLedByTheKeyboard() throws Exception {
        browser.open(real, "light", DESKTOP);
        choose(titles().get(0));
        browser.press("ArrowDown");

        assertThat(text("#detail h2")).isEqualTo(titles().get(1));
        assertThat(browser.evaluate("document.activeElement.getAttribute('aria-current')"))
                .isEqualTo("true");

        browser.press("ArrowUp");
        assertThat(text("#detail h2")).isEqualTo(titles().get(0));
    }

    @Test
    @Tag("full")
    void isDarkWhereTheViewerPrefersThatAndLightWhereToldSo() throws Exception {
        browser.open(real, "light", DESKTOP);
        int light = brightness();
        browser.open(real, "dark", DESKTOP);
        int dark = brightness();
        browser.evaluate("document.getElementById('theme').click()");

        assertThat(light).isGreaterThan(600);
        assertThat(dark).isLessThan(150);
        assertThat(brightness()).isEqualTo(light);
    }

    @Test
    @Tag("full")
    void fitsANarrowWindowAndShowsATestBelowItsName() throws Exception {
        for (Path page : List.of(real, large())) {
            browser.open(page, "light", PHONE);

            assertThat(Integer.parseInt(browser.evaluate("document.documentElement.scrollWidth")))
                    .isLessThanOrEqualTo(PHONE);
            assertThat(browser.evaluate("document.querySelector('[aria-current=true]').nextElementSibling.id"))
                    .isEqualTo("detail");
        }
    }

    @Test
    @Tag("full")
    void fiveHundredTestsOnAHostOfFiveThousandMountsAreDrawnAtOnce() throws Exception {
        browser.open(large(), "light", DESKTOP);
        long begin = System.nanoTime();
        assertThat(titles()).hasSize(500);
        choose("test 499");

        assertThat(text("#detail")).contains("… 5,002 more mounts of the host, unchanged");
        assertThat(browser.evaluate("document.querySelectorAll('#detail .mount').length"))
                .isEqualTo("2");
        browser.evaluate("document.querySelector('#detail > section > div > .more').click()");
        assertThat(browser.evaluate("document.querySelectorAll('#detail .mount').length"))
                .isEqualTo("252");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    @Tag("full")
    void drawsArrowsFromAMasterToItsSlavesAndLinesBetweenPeers() throws Exception {
        browser.open(large(), "light", DESKTOP);
        browser.evaluate("[...document.querySelectorAll('#detail .switch button')].at(-1).click()");

        assertThat(text(".mount[data-at='/home']")).contains("shared:30");
        assertThat(text(".mount[data-at='/jail/home']")).contains("master:30");
        assertThat(browser.evaluate("document.querySelector('.tree svg').getAttribute('aria-label')"))
                .isEqualTo("Propagation between 1 peer group and their slaves");
        // the group itself, two peers with a line and a dot each, one slave with an arrow and its head
        assertThat(browser.evaluate("document.querySelectorAll('.tree svg path').length"))
                .isEqualTo("7");
    }

    /** Written when it is needed first: that takes as long as many tests. */
    private static Path large() throws IOException {
        Path page = directory.resolve("large/report.html");
        if (!Files.exists(page)) {
            ReportFile.write(directory.resolve("large"), largeLog());
        }
        return page;
    }

    private static RunLog largeLog() {
        String host = "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n"
                + "2 1 8:2 / /home rw shared:30 - ext4 /dev/sda2 rw\n"
                + "3 1 8:2 /home /srv/home rw shared:30 - ext4 /dev/sda2 rw\n"
                + "4 1 8:2 / /jail/home rw master:30 - ext4 /dev/sda2 rw\n"
                + IntStream.range(100, 5099)
                        .mapToObj(id -> id + " 1 0:" + id + " / /m/" + id + " rw - tmpfs tmpfs rw\n")
                        .collect(Collectors.joining());
        String fork =
                host.replaceAll("(shared|master):30 ", "") + "9000 1 0:9000 / /data rw - tmpfs tmpfs rw,size=64k\n";
        LayoutPlan layout = new LayoutPlan(List.of(new MountPlan(
                "/data", new Tree.FileSystem("tmpfs", "tmpfs", Map.of()), false, List.of(), "@TmpfsMount on test")));
        RunLog log = RunLog.of(() -> MountTable.parse(host));
        for (int number = 0; number < 500; number++) {
            String id = "[test:" + number + "]";
            ForkLog of = log.ordered(layout, List.of(id));
            of.accept(new ForkEvent.Laid("mnt:[" + number + "]", fork, Map.of(), List.of()));
            of.accept(new ForkEvent.TestTimed(id, 1_000_000L * number));
            log.finished(new TestLog(
                    id, true, List.of("Class " + number / 20, "test " + number), "", TestLog.Status.SUCCESSFUL, ""));
            of.accept(new ForkEvent.ForkTimed(200_000_000, 1_000_000, 150_000_000, 20_000_000));
        }
        return log;
    }

    private static void choose(String title) throws Exception {
        int position = titles().indexOf(title);
        assertThat(position).as("%s is listed", title).isNotNegative();
        browser.evaluate("document.querySelectorAll('#list .row')[" + position + "].click()");
    }

    private static List<String> titles() throws Exception {
        String all = browser.evaluate(
                "[...document.querySelectorAll('#list .row .name')].map(each => each.lastChild.textContent).join('\\n')");
        return all.isEmpty() ? List.of() : List.of(all.split("\n", -1));
    }

    private static String text(String selector) throws Exception {
        return browser.evaluate("document.querySelector(\"" + selector.replace("\"", "\\\"") + "\").textContent");
    }

    /** Of the background, from 0 to 765. */
    private static int brightness() throws Exception {
        return Integer.parseInt(browser.evaluate(
                "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).reduce((a, b) => a + Number(b), 0)"));
    }
}
