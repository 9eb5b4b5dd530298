package org.isolatedmounts.examples.namespaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.isolatedmounts.namespace.MountNamespace;
import org.isolatedmounts.namespace.NamespaceException;
import org.isolatedmounts.namespace.UnsharePropagation;
import org.junit.jupiter.api.Test;

/** An unbindable mount is left out when its tree is bound to another place, and cannot be bound itself. */
class UnbindableTest {

    @Test
    void recursiveBindLeavesItOut() throws Exception {
        try (MountNamespace namespace = withAnUnbindableMount()) {
            namespace.run("mount", "--rbind", "/mnt/tree", "/mnt/copy");

            assertThat(namespace.mountTable().at("/mnt/copy/plain")).isPresent();
            assertThat(namespace.mountTable().at("/mnt/copy/unbindable")).isEmpty();
        }
    }

    @Test
    void itCannotBeBoundItself() throws Exception {
        try (MountNamespace namespace = withAnUnbindableMount()) {
            assertThatExceptionOfType(NamespaceException.class)
                    .isThrownBy(() -> namespace.run("mount", "--bind", "/mnt/tree/unbindable", "/mnt/copy"));
        }
    }

    /** It is for bind mounts only: a new namespace gets it like any other mount. */
    @Test
    void newNamespaceHasItAllTheSame() throws Exception {
        try (MountNamespace namespace = withAnUnbindableMount();
                MountNamespace copy = namespace.unshare(UnsharePropagation.UNCHANGED)) {
            assertThat(copy.mountTable().at("/mnt/tree/unbindable")).isPresent();
        }
    }

    private static MountNamespace withAnUnbindableMount() throws Exception {
        MountNamespace namespace = MountNamespace.create();
        namespace.run("mount", "-t", "tmpfs", "place", "/mnt");
        namespace.run("mkdir", "-p", "/mnt/copy", "/mnt/tree/plain", "/mnt/tree/unbindable");
        namespace.run("mount", "--bind", "/mnt/tree", "/mnt/tree");
        namespace.run("mount", "-t", "tmpfs", "plain", "/mnt/tree/plain");
        namespace.run("mount", "-t", "tmpfs", "unbindable", "/mnt/tree/unbindable");
        namespace.run("mount", "--make-unbindable", "/mnt/tree/unbindable");
        return namespace;
    }
}
