package org.isolatedmounts.examples.namespaces;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolatedmounts.namespace.MountNamespace;
import org.isolatedmounts.namespace.NamespaceProcess;
import org.junit.jupiter.api.Test;

/** Two processes that share a mount namespace see each other's mounts. */
class SharedNamespaceTest {

    @Test
    void eachSeesWhatTheOtherMounts() throws Exception {
        try (MountNamespace namespace = MountNamespace.create();
                NamespaceProcess observer = namespace.start("sh")) {
            namespace.run("mount", "-t", "tmpfs", "fresh", "/mnt");
            namespace.run("touch", "/mnt/from-another-process");

            observer.outputWriter().write("ls /mnt; exit\n");
            observer.outputWriter().flush();
            assertThat(observer.inputReader().lines()).containsExactly("from-another-process");
        }
    }

    /** A child lives where its parent does, unless it asks for something else. */
    @Test
    void childrenShareTheNamespaceOfTheirParent() throws Exception {
        try (MountNamespace namespace = MountNamespace.create();
                NamespaceProcess parent = namespace.start("sh", "-c", "sleep 1000 & echo $!; wait")) {
            long child = Long.parseLong(parent.inputReader().readLine());

            assertThat(namespace.members().processes()).contains(parent.pid(), child);
        }
    }
}
