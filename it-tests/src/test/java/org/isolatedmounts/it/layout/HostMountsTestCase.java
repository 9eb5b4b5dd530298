package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.HostMounts;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.Propagation;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.mountinfo.MountTable;
import org.isolatedmounts.mountinfo.MountWatch;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Where the host mounts something while a test runs, and takes it away again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostMountsTestCase {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    @HostMounts(propagation = Propagation.SLAVE)
    void arriveIfTheTestIsASlave() throws Exception {
        assertArrivesAndGoes("slave", HostPlace.PLACE + "/slave");
    }

    @Test
    @HostMounts(propagation = Propagation.SLAVE)
    @TmpfsMount(at = "/isolated-mounts-it")
    void arriveUnderAnotherRootToo() throws Exception {
        assertArrivesAndGoes("root", HostPlace.PLACE + "/root");
    }

    @Test
    @HostMounts(propagation = Propagation.SLAVE_AND_SHARED)
    @BindMount(source = HostPlace.PLACE, at = "/mnt", propagation = Propagation.SLAVE)
    void arriveInABindMount() throws Exception {
        assertArrivesAndGoes("bound", "/mnt/bound");
    }

    @Test
    @Order(1)
    @IsolatedMounts
    void doNotArriveWithoutThat() throws Exception {
        assertDoesNotArrive("private");
    }

    @Test
    @HostMounts(propagation = Propagation.SHARED)
    void doNotArriveIfTheTestHasPeerGroupsOfItsOwn() throws Exception {
        assertThat(MountTable.ofSelf().mounts())
                .allSatisfy(mount -> assertThat(mount.propagation().isShared()).isTrue())
                .allSatisfy(mount -> assertThat(mount.propagation().isSlave()).isFalse());
        assertDoesNotArrive("shared");
    }

    private static void assertArrivesAndGoes(String name, String mountPoint) throws Exception {
        try (MountWatch watch = MountWatch.ofSelf()) {
            Files.createFile(place(name + ".ready"));
            assertThat(Barrier.await(place(name + ".mounted"))).isTrue();
            assertThat(awaits(watch, table -> has(table, mountPoint))).isTrue();
            assertThat(Path.of(mountPoint, "label")).exists();
            Files.createFile(place(name + ".seen"));
            assertThat(Barrier.await(place(name + ".unmounted"))).isTrue();
            assertThat(awaits(watch, table -> !has(table, mountPoint))).isTrue();
        }
    }

    private static void assertDoesNotArrive(String name) throws Exception {
        Files.createFile(place(name + ".ready"));
        assertThat(Barrier.await(place(name + ".mounted"))).isTrue();
        assertThat(has(MountTable.ofSelf(), HostPlace.PLACE + "/" + name)).isFalse();
        assertThat(place(name + "/label")).doesNotExist();
        Files.createFile(place(name + ".seen"));
        assertThat(Barrier.await(place(name + ".unmounted"))).isTrue();
    }

    private static boolean awaits(MountWatch watch, Predicate<MountTable> expected) throws IOException {
        while (!expected.test(watch.table())) {
            if (watch.next(PATIENCE).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(MountTable table, String mountPoint) {
        return table.mounts().stream().anyMatch(mount -> mount.mountPoint().equals(mountPoint));
    }

    private static Path place(String name) {
        return Path.of(HostPlace.PLACE, name);
    }
}
