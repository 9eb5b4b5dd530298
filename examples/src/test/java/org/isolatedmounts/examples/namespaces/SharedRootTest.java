package org.isolatedmounts.examples.namespaces;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolatedmounts.namespace.MountNamespace;
import org.isolatedmounts.namespace.UnsharePropagation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The classic mistake: a new namespace under a shared {@code /}, as systemd makes it, keeps nothing apart. The copy of a
 * shared mount is a peer of the original, so what the child mounts leaks into the parent, until the child makes its
 * copies private or slaves (mount_namespaces(7), "Shared subtrees").
 */
class SharedRootTest {

    @ParameterizedTest
    @CsvSource({"UNCHANGED, true", "PRIVATE, false", "SLAVE, false"})
    void mountOfTheChildLeaksUntilTheRootIsPrivateOrSlave(UnsharePropagation propagation, boolean leaks)
            throws Exception {
        try (MountNamespace parent = MountNamespace.create()) {
            parent.run("mount", "--make-rshared", "/");

            try (MountNamespace child = parent.unshare(propagation)) {
                child.run("mount", "-t", "tmpfs", "of-the-child", "/mnt");
            }
            // the child is gone by now, and what has leaked stays
            assertThat(parent.mountTable().at("/mnt").isPresent()).isEqualTo(leaks);
        }
    }
}
