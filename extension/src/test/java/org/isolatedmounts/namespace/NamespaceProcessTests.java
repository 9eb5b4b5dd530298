package org.isolatedmounts.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands in a namespace. */
@Timeout(60)
class NamespaceProcessTests {

    private final MountNamespace namespace;

    NamespaceProcessTests() throws IOException {
        namespace = MountNamespace.create();
    }

    @AfterEach
    void close() throws IOException {
        namespace.close();
    }

    @Test
    void commandMountsThereAndNotHere() throws Exception {
        namespace.run("mount", "-t", "tmpfs", "there", "/mnt");

        assertThat(namespace.mountTable().at("/mnt"))
                .hasValueSatisfying(mount -> assertThat(mount.source()).isEqualTo("there"));
        assertThat(Files.readString(Path.of("/proc/self/mountinfo"))).doesNotContain("- tmpfs there ");
    }

    @Test
    void commandsFollowOneAnother() throws Exception {
        namespace.run("mount", "-t", "tmpfs", "there", "/mnt");
        namespace.run("sh", "-c", "echo text > /mnt/file");

        assertThat(namespace.run("cat", "/mnt/file")).isEqualTo("text\n");
    }

    @Test
    void processIsAMemberAsSoonAsItIsStarted() throws Exception {
        try (NamespaceProcess process = namespace.start("cat");
                MountNamespace ofProcess = MountNamespace.ofProcess(process.pid())) {
            assertThat(ofProcess).isEqualTo(namespace);
            assertThat(namespace.members().processes()).contains(process.pid());
            assertThat(namespace.members().threads()).anyMatch(member -> member.pid() == process.pid());
        }
        assertThat(namespace.members().processes()).hasSize(1);
    }

    @Test
    void streamsAreThoseOfTheCommand() throws Exception {
        try (NamespaceProcess process =
                namespace.start("sh", "-c", "read a; echo \"got $a\"; echo error >&2; exit 7")) {
            process.outputWriter().write("word\n");
            process.outputWriter().flush();

            assertThat(process.inputReader().lines()).containsExactly("got word", "error");
            assertThat(process.waitFor()).isEqualTo(7);
        }
    }

    @Test
    void commandCanBeInterruptedAsUsual() throws Exception {
        try (NamespaceProcess process =
                namespace.start("sh", "-c", "trap 'echo interrupted; exit 3' INT; echo; read a")) {
            process.inputReader().readLine();
            namespace.run("kill", "-s", "INT", Long.toString(process.pid()));

            assertThat(process.inputReader().readLine()).isEqualTo("interrupted");
            assertThat(process.waitFor()).isEqualTo(3);
        }
    }

    @Test
    void statusTellsTheSignal() throws Exception {
        try (NamespaceProcess process = namespace.start("sh", "-c", "kill -s KILL $$")) {
            assertThat(process.waitFor()).isEqualTo(128 + 9);
        }
    }

    @Test
    void closingKillsTheChildrenToo() throws Exception {
        try (NamespaceProcess process = namespace.start("sh", "-c", "sleep 1000 & echo; trap '' TERM; sleep 1000; :")) {
            process.inputReader().readLine();
            assertThat(namespace.members().processes()).hasSizeGreaterThan(2);
        }
        awaitOnlyTheHolderLeft();
    }

    /** The signal has been sent, the kernel may still be at it. */
    private void awaitOnlyTheHolderLeft() throws IOException {
        while (namespace.members().processes().size() > 1) {
            Thread.onSpinWait();
        }
    }

    @Test
    void workingDirectoryIsTheSameWhereThereIsOne() throws Exception {
        assertThat(namespace.run("pwd").strip()).isEqualTo(System.getProperty("user.dir"));
    }

    @Test
    void ownNamespaceIsEnteredWithoutAnyPrivilege() throws Exception {
        try (MountNamespace current = MountNamespace.current()) {
            assertThat(current.run("readlink", "/proc/self/ns/mnt").strip()).isEqualTo(current.toString());
        }
    }

    @Test
    void namespaceWithoutMembersIsLookedAtByAVisitor() throws Exception {
        namespace.run("mount", "-t", "tmpfs", "there", "/mnt");
        try (MountNamespace second = handleOnClosed()) {
            assertThat(second.mountTable().at("/mnt")).isPresent();
            assertThat(second.members().threads()).isEmpty();
        }
    }

    private MountNamespace handleOnClosed() throws IOException {
        MountNamespace second = MountNamespace.ofProcess(
                namespace.members().processes().iterator().next());
        namespace.close();
        return second;
    }

    @Test
    void failedCommandTellsItsStatusAndOutput() {
        assertThatExceptionOfType(NamespaceException.class)
                .isThrownBy(() -> namespace.run("sh", "-c", "echo said; exit 3"))
                .withMessage("In " + namespace + ", sh -c echo said; exit 3: exit status 3: said");
        assertThatExceptionOfType(NamespaceException.class)
                .isThrownBy(() -> namespace.run("no-such-command"))
                .withMessageStartingWith("In " + namespace + ", no-such-command: exit status 12")
                .withMessageContaining("no-such-command");
    }

    @Test
    void interruptedCallerKillsTheCommand() throws Exception {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> namespace.run("sleep", "1000"));
        awaitOnlyTheHolderLeft();
    }
}
