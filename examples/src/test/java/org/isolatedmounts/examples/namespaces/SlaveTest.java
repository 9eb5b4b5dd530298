package org.isolatedmounts.examples.namespaces;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolatedmounts.namespace.MountNamespace;
import org.isolatedmounts.namespace.UnsharePropagation;
import org.junit.jupiter.api.Test;

/** A slave receives the mounts and unmounts of its master, and sends none. */
class SlaveTest {

    @Test
    void slaveReceivesButDoesNotSend() throws Exception {
        try (MountNamespace master = MountNamespace.create()) {
            master.run("mount", "-t", "tmpfs", "common", "/mnt");
            master.run("mount", "--make-shared", "/mnt");
            master.run("mkdir", "/mnt/usb", "/mnt/own");

            try (MountNamespace slave = master.unshare(UnsharePropagation.SLAVE)) {
                master.run("mount", "-t", "tmpfs", "stick", "/mnt/usb");
                slave.run("mount", "-t", "tmpfs", "scratch", "/mnt/own");

                assertThat(slave.mountTable().at("/mnt/usb")).isPresent();
                assertThat(master.mountTable().at("/mnt/own")).isEmpty();

                master.run("umount", "/mnt/usb");
                assertThat(slave.mountTable().at("/mnt/usb")).isEmpty();
            }
        }
    }

    @Test
    void tableTellsWhoseSlaveItIs() throws Exception {
        try (MountNamespace master = MountNamespace.create()) {
            master.run("mount", "-t", "tmpfs", "common", "/mnt");
            master.run("mount", "--make-shared", "/mnt");

            try (MountNamespace slave = master.unshare(UnsharePropagation.SLAVE)) {
                var original = master.mountTable().at("/mnt").orElseThrow().propagation();
                var copy = slave.mountTable().at("/mnt").orElseThrow().propagation();

                assertThat(original.peerGroup()).isPresent();
                assertThat(copy.peerGroup()).isEmpty();
                assertThat(copy.master()).isEqualTo(original.peerGroup());
            }
        }
    }
}
