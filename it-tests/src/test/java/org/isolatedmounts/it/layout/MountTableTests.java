package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.it.harness.InProcess.runSuccessfully;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.it.harness.InProcess;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the mount table of a fork holds, and that the host's never changes. */
@Timeout(120)
@ExtendWith(HostPlace.class)
@Tag("serial")
class MountTableTests {

    private HostView host = new HostView("", List.of(), List.of());

    @BeforeEach
    void tellForks() throws IOException {
        host = HostView.take();
        System.setProperty(Tables.HOST_TABLE, host.mountInfo());
        System.setProperty("it.host-root", String.join("\n", host.root()));
        System.setProperty("it.host-etc", String.join("\n", host.etc()));
        System.setProperty("it.host-root-mode", MissingMountPointsTestCase.modeAsUserOf("/"));
        System.setProperty("it.host-etc-mode", MissingMountPointsTestCase.modeAsUserOf("/etc"));
        System.setProperty(
                "it.host-namespace",
                Files.readSymbolicLink(Path.of("/proc/self/ns/mnt")).toString());
    }

    @AfterEach
    void hostIsUntouched() throws IOException {
        System.getProperties().keySet().removeIf(name -> name.toString().startsWith("it.host-"));
        assertThat(HostView.take()).isEqualTo(host);
    }

    @Test
    void mountPointsThatExistAddTheDeclaredMountsAndProc() {
        runSuccessfully(
                ExistingMountPointsTestCase.class,
                "holdsTheMountsOfTheHostAndTheDeclaredOnes()",
                "hasTheProcOfItsOwnProcesses()");
    }

    @Test
    void missingMountPointsAddScaffoldsThatShowWhatTheyCover() {
        runSuccessfully(
                MissingMountPointsTestCase.class,
                "addsScaffoldsAndWhatTheyBindBack()",
                "showsEveryEntryOfTheHostAndTheNewOne()");
    }

    @Test
    void testsAtTheSameTimeSeeTheirOwnMountsAndTheHostSeesNone() throws Exception {
        Map<String, String> parallel = Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "2",
                "isolatedmounts.forks", "2");
        CompletableFuture<List<TestResult>> results =
                CompletableFuture.supplyAsync(() -> InProcess.run(parallel, SimultaneousTestCase.class));

        boolean met = Barrier.await(Path.of(SimultaneousTestCase.WRITTEN + "one"))
                && Barrier.await(Path.of(SimultaneousTestCase.WRITTEN + "two"));
        HostView meanwhile = HostView.take();
        List<String> source = HostView.listing(Path.of(HostPlace.SOURCE));
        Files.createFile(Path.of(SimultaneousTestCase.GO));

        assertThat(results.get(60, TimeUnit.SECONDS))
                .allSatisfy(result ->
                        assertThat(result.successful()).as(result.stackTrace()).isTrue())
                .extracting(TestResult::name)
                .containsExactlyInAnyOrder("one()", "two()");
        assertThat(met).isTrue();
        assertThat(meanwhile).isEqualTo(host);
        assertThat(source).hasSize(2).noneMatch(entry -> entry.contains("content"));
        assertThat(Path.of(SimultaneousTestCase.MISSING)).doesNotExist();
    }
}
