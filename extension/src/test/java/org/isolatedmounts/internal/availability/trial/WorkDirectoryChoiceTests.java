package org.isolatedmounts.internal.availability.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.isolatedmounts.internal.availability.Availability;
import org.isolatedmounts.internal.availability.machine.FakeMachine;
import org.isolatedmounts.internal.availability.machine.ThisMachine;
import org.junit.jupiter.api.Test;

class WorkDirectoryChoiceTests {

    private final FakeMachine machine = new FakeMachine();

    @Test
    void whatTheKernelMakesComesFirst() {
        machine.emptyDirectories.add("/mnt");

        assertThat(WorkDirectoryChoice.of(machine)).contains("/sys/kernel/debug");
    }

    @Test
    void elseTheFirstThatIsEmpty() {
        machine.directories.clear();
        machine.directories.add("/mnt");
        machine.emptyDirectories.add("/srv");

        assertThat(WorkDirectoryChoice.of(machine)).contains("/srv");
    }

    @Test
    void aSandboxWithoutAnyHasMemoryToShare() {
        machine.directories.clear();
        machine.directories.add("/dev/shm");

        assertThat(WorkDirectoryChoice.of(machine)).contains("/dev/shm");
    }

    @Test
    void noDirectoryAtAllIsADenial() {
        machine.directories.clear();

        assertThat(WorkDirectoryChoice.of(machine)).isEmpty();
        assertThat(Availability.probe(machine).orElseThrow().message()).isEqualTo("""
                        Private mount namespaces are not available on this machine: mounting a tmpfs for isolated-mounts \
                        itself needs a directory to mount it on, and there is none.
                          /sys is not mounted, /dev/shm is no directory, and none of /mnt, /media, /srv, /var/empty, \
                        /var/local, /boot, /var/tmp, /tmp is an empty directory
                        Fix: mkdir /mnt, or mount -t sysfs sysfs /sys""");
    }

    @Test
    void ofThisMachine() {
        Path chosen = Path.of(WorkDirectoryChoice.of(new ThisMachine()).orElseThrow());

        assertThat(chosen).isDirectory();
        if (!chosen.startsWith("/sys")) {
            assertThat(chosen).isEmptyDirectory();
        }
    }
}
