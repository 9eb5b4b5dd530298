package org.isolatedmounts.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountNamespaceTests {

    private static final long OWN_PID = ProcessHandle.current().pid();

    @Test
    void identityIsThatOfTheNamespaceFile() throws IOException {
        Path file = Path.of("/proc/self/ns/mnt");
        try (MountNamespace current = MountNamespace.current()) {
            assertThat(current.id())
                    .isEqualTo(new NamespaceId("mnt", (long) Files.getAttribute(file, "unix:dev"), (long)
                            Files.getAttribute(file, "unix:ino")));
            assertThat(current).hasToString(Files.readSymbolicLink(file).toString());
        }
    }

    @Test
    void handlesOnOneNamespaceAreEqualHoweverTheyWereMade() throws IOException {
        try (MountNamespace current = MountNamespace.current();
                MountNamespace ofProcess = MountNamespace.ofProcess(OWN_PID);
                MountNamespace ofThread = MountNamespace.ofThread(OWN_PID, OWN_PID);
                MountNamespace ofFile = MountNamespace.ofFile(Path.of("/proc/self/ns/mnt"));
                MountNamespace another = MountNamespace.create()) {
            assertThat(List.of(ofProcess, ofThread, ofFile)).containsOnly(current);
            assertThat(ofFile).hasSameHashCodeAs(current);
            assertThat(another).isNotEqualTo(current).isNotEqualTo("a string");
        }
    }

    @Test
    void createdNamespaceHasTheSameMountsAllPrivate() throws IOException {
        try (MountNamespace created = MountNamespace.create()) {
            assertThat(created.mountTable().mounts())
                    .allMatch(mount -> mount.propagation().peerGroup().isEmpty())
                    .extracting(mount -> mount.mountPoint())
                    .containsExactlyInAnyOrderElementsOf(MountTable.ofSelf().mounts().stream()
                            .map(mount -> mount.mountPoint())
                            .toList());
        }
    }

    @Test
    void handleKeepsTheNamespaceThatNobodyLivesIn() throws IOException {
        try (MountNamespace second = handleOnNamespaceThatIsClosed()) {
            assertThat(second.members().threads()).isEmpty();
            try (MountNamespace third = MountNamespace.ofFile(Path.of("/proc/self/fd/" + descriptorOf(second)))) {
                assertThat(third).isEqualTo(second);
            }
        }
    }

    private static MountNamespace handleOnNamespaceThatIsClosed() throws IOException {
        try (MountNamespace first = MountNamespace.create()) {
            long holder = first.members().processes().iterator().next();
            return MountNamespace.ofProcess(holder);
        }
    }

    private static String descriptorOf(MountNamespace namespace) throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .filter(descriptor -> isLinkTo(namespace, descriptor))
                    .map(descriptor -> descriptor.getFileName().toString())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean isLinkTo(MountNamespace namespace, Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(namespace.toString());
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void membersAreAllThreadsThatLiveThere() throws Exception {
        try (MountNamespace current = MountNamespace.current();
                MountNamespace created = MountNamespace.create()) {
            NamespaceMembers own = current.members();
            assertThat(own.processes()).contains(OWN_PID);
            assertThat(own.threads())
                    .filteredOn(member -> member.pid() == OWN_PID)
                    .hasSizeGreaterThan(1);

            assertThat(created.members().threads())
                    .singleElement()
                    .matches(holder -> holder.name().equals("sh") && holder.pid() == holder.tid())
                    .hasToString("sh (pid "
                            + created.members().processes().iterator().next() + ")");
            assertThat(own.processes())
                    .doesNotContainAnyElementsOf(created.members().processes());
        }
    }

    @Test
    void ownerIsTheUserNamespaceThatMadeIt() throws IOException {
        try (MountNamespace created = MountNamespace.create()) {
            long holder = created.members().processes().iterator().next();
            String expected = Files.readSymbolicLink(Path.of("/proc/" + holder + "/ns/user"))
                    .toString();
            assertThat(created.owner()).hasToString(expected);
            try (MountNamespace askedOfTheKernel = MountNamespace.ofProcess(holder)) {
                assertThat(askedOfTheKernel.owner()).isEqualTo(created.owner());
            }
        }
    }

    @Test
    void copyOfACopyIsAnotherNamespaceOfTheSameOwner() throws IOException {
        try (MountNamespace first = MountNamespace.create();
                MountNamespace second = first.unshare(UnsharePropagation.UNCHANGED)) {
            assertThat(second).isNotEqualTo(first);
            assertThat(second.owner()).isEqualTo(first.owner());
        }
    }

    @Test
    void closedHandleTellsItsIdentityOnly() throws IOException {
        MountNamespace closed = MountNamespace.current();
        closed.close();
        closed.close();

        assertThat(closed.id()).hasToString(closed.toString());
        assertThatIllegalStateException()
                .isThrownBy(closed::members)
                .withMessage("The handle on " + closed + " is closed.");
        assertThatIllegalStateException().isThrownBy(closed::owner);
        assertThatIllegalStateException().isThrownBy(closed::mountTable);
    }

    @Test
    void createdNamespaceGoesWithItsHandle() throws IOException {
        MountNamespace created = MountNamespace.create();
        Set<Long> holders = created.members().processes();
        created.close();

        assertThat(holders)
                .allSatisfy(holder -> assertThat(Path.of("/proc/" + holder)).doesNotExist());
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            assertThat(descriptors).noneMatch(descriptor -> isLinkTo(created, descriptor));
        }
    }

    @Test
    void manyThreadsMakeHandlesAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<NamespaceId> open = () -> {
                try (MountNamespace current = MountNamespace.current()) {
                    Files.readString(Path.of("/proc/self/status"));
                    return current.id();
                }
            };
            NamespaceId expected = open.call();
            for (Future<NamespaceId> id : threads.invokeAll(
                    IntStream.range(0, 500).mapToObj(i -> open).toList())) {
                assertThat(id.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void refusesWhatIsNoNamespaceOfMounts(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatExceptionOfType(NamespaceException.class)
                .isThrownBy(() -> MountNamespace.ofFile(file))
                .withMessage(file + " is not the file of a mnt namespace: it belongs to no namespace. Such files are"
                        + " /proc/<pid>/ns/mnt and files on which one of these is bind-mounted.");
        assertThatExceptionOfType(NamespaceException.class)
                .isThrownBy(() -> MountNamespace.ofFile(Path.of("/proc/self/ns/user")))
                .withMessageContaining("is not the file of a mnt namespace: it belongs to user:[");
        assertThatExceptionOfType(NamespaceException.class)
                .isThrownBy(() -> MountNamespace.ofFile(directory.resolve("nowhere")))
                .withMessage("open(\"" + directory + "/nowhere\"): ENOENT. There is no such file.");
        assertThatExceptionOfType(NamespaceException.class)
                .isThrownBy(() -> MountNamespace.ofProcess(0))
                .withMessage("open(\"/proc/0/ns/mnt\"): ENOENT. The process or thread has ended, or /proc belongs to"
                        + " another pid namespace or hides it.");
    }
}
