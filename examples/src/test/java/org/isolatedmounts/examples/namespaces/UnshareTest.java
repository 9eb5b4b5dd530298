package org.isolatedmounts.examples.namespaces;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolatedmounts.namespace.MountNamespace;
import org.isolatedmounts.namespace.UnsharePropagation;
import org.junit.jupiter.api.Test;

/** After unshare(2) two processes no longer see each other's mounts, but what was mounted before stays in both. */
class UnshareTest {

    @Test
    void mountsAreCopiedOnceAndThenGoTheirOwnWays() throws Exception {
        try (MountNamespace first = MountNamespace.create()) {
            first.run("mount", "-t", "tmpfs", "common", "/mnt");
            first.run("mkdir", "/mnt/first", "/mnt/second");

            try (MountNamespace second = first.unshare(UnsharePropagation.PRIVATE)) {
                first.run("mount", "-t", "tmpfs", "of-the-first", "/mnt/first");
                second.run("mount", "-t", "tmpfs", "of-the-second", "/mnt/second");

                assertThat(first.mountTable().at("/mnt/first")).isPresent();
                assertThat(first.mountTable().at("/mnt/second")).isEmpty();
                assertThat(second.mountTable().at("/mnt/first")).isEmpty();
                assertThat(second.mountTable().at("/mnt/second")).isPresent();
            }
        }
    }

    /** The copy is one of the table of mounts, not of the files: the same filesystem is mounted in both. */
    @Test
    void filesOfACopiedMountAreTheSame() throws Exception {
        try (MountNamespace first = MountNamespace.create()) {
            first.run("mount", "-t", "tmpfs", "common", "/mnt");

            try (MountNamespace second = first.unshare(UnsharePropagation.PRIVATE)) {
                second.run("sh", "-c", "echo hello > /mnt/file");

                assertThat(first.run("cat", "/mnt/file")).isEqualTo("hello\n");
            }
        }
    }
}
