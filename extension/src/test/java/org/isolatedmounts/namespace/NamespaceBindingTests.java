package org.isolatedmounts.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing is mounted in the namespace of the tests: they bind namespaces to files inside of one that they have made. */
@Timeout(60)
class NamespaceBindingTests {

    private static <T> T onATmpfs(NamespaceTask<T> task) throws Exception {
        try (MountNamespace namespace = MountNamespace.create()) {
            namespace.run("mount", "-t", "tmpfs", "place", "/mnt");
            return namespace.call(task);
        }
    }

    @Test
    void namespaceIsKeptUntilItIsReleased() throws Exception {
        String story = onATmpfs(() -> {
            Path file = Path.of("/mnt/kept");
            NamespaceId id = keep(file);
            String seen;
            try (MountNamespace again = MountNamespace.ofFile(file)) {
                seen = again.mountTable().at("/srv").orElseThrow().source()
                        + again.id().equals(id)
                        + again.members().threads().size();
            }
            NamespaceBinding.at(file).close();
            return seen + Files.exists(file);
        });
        assertThat(story).isEqualTo("insidetrue0false");
    }

    /** Linux 6.18 numbers namespaces per processor and so takes some for older than they are: try another one. */
    private static NamespaceId keep(Path file) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try (MountNamespace kept = MountNamespace.create()) {
                kept.run("mount", "-t", "tmpfs", "inside", "/srv");
                kept.bindTo(file);
                return kept.id();
            } catch (NamespaceException e) {
                if (attempt == 50) {
                    throw e;
                }
            }
        }
    }

    @Test
    void fileThatExistsIsRefused() throws Exception {
        assertThat(onATmpfs(() -> {
                    Path file = Files.createFile(Path.of("/mnt/kept"));
                    try (MountNamespace kept = MountNamespace.create()) {
                        kept.bindTo(file);
                        return "bound";
                    } catch (NamespaceException e) {
                        return e.getMessage();
                    }
                }))
                .matches("/mnt/kept exists\\. The file to keep mnt:\\S+ must be a new one\\.");
    }

    @Test
    void namespaceCannotKeepItself() throws Exception {
        assertThat(onATmpfs(() -> {
                    Path file = Path.of("/mnt/kept");
                    try (MountNamespace current = MountNamespace.current()) {
                        current.bindTo(file);
                        return "bound";
                    } catch (NamespaceException e) {
                        return e.getMessage() + Files.exists(file);
                    }
                }))
                .contains("mount --no-canonicalize --bind /proc/", " /mnt/kept: ")
                .contains("EINVAL. ", "only in a namespace that is older than itself")
                .endsWith("false");
    }

    @Test
    void onlyBindingsAreReleased() throws Exception {
        Path file = Files.createTempFile("no", "binding");
        try {
            assertThatExceptionOfType(NamespaceException.class)
                    .isThrownBy(() -> NamespaceBinding.at(file))
                    .withMessageContaining("it belongs to no namespace");
        } finally {
            Files.delete(file);
        }
    }
}
