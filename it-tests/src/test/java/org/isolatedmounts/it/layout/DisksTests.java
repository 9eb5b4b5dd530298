package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.it.harness.InProcess.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Test;

class DisksTests {

    private static final String REFUSAL =
            ": needs root with CAP_SYS_ADMIN outside of user namespaces, as for others the kernel"
                    + " mounts no file system that is on a disk; run the tests as root, or use @TmpfsMount, which can be small (`size`),"
                    + " full (`free`) and without inodes, too";

    @Test
    void areThereForRootAndGoWithTheFork() throws Exception {
        Map<String, String> parameters =
                Map.of("isolatedmounts.unavailable", "skip", "isolatedmounts.must-run", "false");
        List<TestResult> results = run(parameters, DisksTestCase.class);

        assertThat(results).hasSize(3);
        if (!hasLoopDevices()) {
            assertThat(results)
                    .allSatisfy(result -> assertThat(result.message()).contains("/dev/loop-control"));
        } else if (HostView.isRoot()) {
            assertThat(results)
                    .filteredOn(result -> !result.name().startsWith("goWith"))
                    .allSatisfy(result -> assertThat(result.successful())
                            .as(result.stackTrace())
                            .isTrue());
            assertThat(results)
                    .filteredOn(result -> result.name().startsWith("goWith"))
                    .singleElement()
                    .satisfies(result -> assertThat(result.message()).contains("7"));
        } else {
            assertThat(results).allSatisfy(result -> {
                assertThat(result.outcome()).isEqualTo("ABORTED");
                assertThat(result.message()).startsWith("@DiskMount(at = ").contains(REFUSAL);
            });
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (isLoopDeviceLeft()) {
            assertThat(System.nanoTime()).as("loop devices are left").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** Who cannot read them, as nobody but root can, is refused before. */
    private static boolean hasLoopDevices() {
        return !HostView.isRoot() || Files.exists(Path.of("/dev/loop-control"));
    }

    /** What is in memory has no path any more. */
    private static boolean isLoopDeviceLeft() throws IOException {
        try (Stream<Path> devices = Files.list(Path.of("/sys/block"))) {
            return devices.map(device -> device.resolve("loop/backing_file")).anyMatch(DisksTests::isDisk);
        }
    }

    private static boolean isDisk(Path backingFile) {
        try {
            return Files.readString(backingFile).startsWith("/disk");
        } catch (IOException notInUse) {
            return false;
        }
    }
}
