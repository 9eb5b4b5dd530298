package org.isolatedmounts.examples.namespaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.namespace.MountNamespace;
import org.isolatedmounts.namespace.NamespaceProcess;
import org.junit.jupiter.api.Test;

/** Into the namespace of a running process, as a debugger or {@code docker exec} goes: setns(2). */
class SetnsTest {

    @Test
    void commandSeesAndChangesWhatTheServiceSees() throws Exception {
        try (MountNamespace home = MountNamespace.create();
                NamespaceProcess service =
                        home.start("sh", "-c", "mount -t tmpfs data /mnt && echo up && read end; ls /mnt")) {
            assertThat(service.inputReader().readLine()).isEqualTo("up");

            // all that is known of the service is its process id
            try (MountNamespace ofService = MountNamespace.ofProcess(service.pid())) {
                assertThat(ofService.mountTable().at("/mnt").orElseThrow().source())
                        .isEqualTo("data");
                ofService.run("touch", "/mnt/from-outside");
            }
            assertThat(Path.of("/mnt/from-outside")).doesNotExist();

            service.outputWriter().close();
            assertThat(service.inputReader().readLine()).isEqualTo("from-outside");
        }
    }

    /** Java code goes there too, in a JVM of its own. */
    @Test
    void taskReadsAFileThatOnlyTheServiceSees() throws Exception {
        try (MountNamespace home = MountNamespace.create();
                NamespaceProcess service = home.start(
                        "sh", "-c", "mount -t tmpfs data /mnt && echo secret >/mnt/file && echo up && read end")) {
            assertThat(service.inputReader().readLine()).isEqualTo("up");

            try (MountNamespace ofService = MountNamespace.ofProcess(service.pid())) {
                assertThat(ofService.call(() -> Files.readString(Path.of("/mnt/file"))))
                        .isEqualTo("secret\n");
            }
        }
    }
}
