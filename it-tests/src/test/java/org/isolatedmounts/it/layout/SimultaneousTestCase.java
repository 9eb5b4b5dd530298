package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@IsolatedMounts
@TmpfsMount(at = SimultaneousTestCase.MISSING)
@TmpfsMount(at = HostPlace.SOURCE)
@Execution(ExecutionMode.CONCURRENT)
class SimultaneousTestCase {

    static final String MISSING = "/isolated-mounts-it-data";

    /** Made by the test in its fork when it has written. */
    static final String WRITTEN = HostPlace.PLACE + "/written-by-";

    /** Made by the host when it has looked around. */
    static final String GO = HostPlace.PLACE + "/go";

    @Test
    void one() throws IOException, InterruptedException {
        meet("one");
    }

    @Test
    void two() throws IOException, InterruptedException {
        meet("two");
    }

    private static void meet(String name) throws IOException, InterruptedException {
        for (String mount : new String[] {MISSING, HostPlace.SOURCE}) {
            Files.writeString(Path.of(mount, "content"), name);
            Files.createFile(Path.of(mount, "only-" + name));
        }
        Files.createFile(Path.of(WRITTEN + name));
        assertThat(Barrier.await(Path.of(GO))).as("the host has looked around").isTrue();

        for (String mount : new String[] {MISSING, HostPlace.SOURCE}) {
            assertThat(Path.of(mount, "content")).hasContent(name);
            assertThat(Path.of(mount).toFile().list()).containsExactlyInAnyOrder("content", "only-" + name);
        }
    }
}
