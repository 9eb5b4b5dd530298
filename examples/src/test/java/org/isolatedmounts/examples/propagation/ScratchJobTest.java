package org.isolatedmounts.examples.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.assertj.MountAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.examples.propagation.ScratchJob.Propagation;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A parent in whose namespace {@code /shared} is shared, and its child, a {@link ScratchJob}.
 *
 * <p>The fork may mount nothing itself, so the parent is a process in a user namespace of its own, where it may. The
 * child must live in the same one: a mount namespace that belongs to another user namespace gets its mounts as slaves,
 * and the mistake would not show.
 */
@TmpfsMount(at = "/shared")
class ScratchJobTest {

    private static final Path SCRATCH = Path.of("/shared/scratch");

    @BeforeEach
    void makeTheMountPoint() throws IOException {
        Files.createDirectory(SCRATCH);
    }

    /** The mistake: a namespace of its own, and still everybody sees what the child mounts. */
    @Test
    void withUnchangedPropagationTheParentSeesTheMountOfTheChild() throws Exception {
        try (Family family = Family.start(Propagation.UNCHANGED)) {
            MountEntry scratch = family.childTable().at(SCRATCH).orElseThrow();

            assertThat(family.parentTable())
                    .mountAt(SCRATCH)
                    .hasSource("scratch")
                    .isPeerOf(scratch);
        }
    }

    @Test
    void withPrivatePropagationTheMountStaysInTheChild() throws Exception {
        try (Family family = Family.start(Propagation.PRIVATE)) {
            assertThat(family.childTable())
                    .mountAt(SCRATCH)
                    .hasSource("scratch")
                    .isPrivate();
            assertThat(family.parentTable()).hasMountAt("/shared").hasNoMountAt(SCRATCH);
        }
    }

    @Test
    void withSlavePropagationTheMountStaysInTheChild() throws Exception {
        try (Family family = Family.start(Propagation.SLAVE)) {
            MountEntry shared = family.parentTable().at("/shared").orElseThrow();

            assertThat(family.childTable())
                    .hasMountAt(SCRATCH)
                    .mountAt("/shared")
                    .isSlaveOf(shared);
            assertThat(family.parentTable()).hasNoMountAt(SCRATCH);
        }
    }

    /** Both processes, alive until this is closed. */
    private record Family(Process parent, long child) implements AutoCloseable {

        static Family start(Propagation propagation) throws IOException {
            // says when its scratch directory is there, and lives as long as its standard input is open
            List<String> child = List.of("sh", "-c", "echo $$; read line");
            List<String> parent = new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "--mount"));
            // "wait" keeps the shell from replacing itself by the child
            parent.addAll(List.of("sh", "-c", "mount --make-shared /shared && \"$@\"; wait", "sh"));
            parent.addAll(new ScratchJob(SCRATCH, propagation, child).commandLine());

            Process process =
                    new ProcessBuilder(parent).redirectErrorStream(true).start();
            String firstLine = process.inputReader().readLine();
            assertThat(firstLine).as("the child's process id").matches("[0-9]+");
            return new Family(process, Long.parseLong(firstLine));
        }

        MountTable parentTable() throws IOException {
            return MountTable.ofProcess(parent.pid());
        }

        MountTable childTable() throws IOException {
            return MountTable.ofProcess(child);
        }

        @Override
        public void close() throws IOException {
            parent.getOutputStream().close();
            parent.onExit().join();
        }
    }
}
