package org.isolatedmounts.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Java code in a namespace, on a thread. */
@Timeout(60)
class ThreadInNamespaceTests {

    private static final Path THREAD = Path.of("/proc/thread-self/ns/mnt");

    /** Only with {@code CAP_SYS_ADMIN} can it be done; who has none has it in a user namespace. */
    private static <T> T asRoot(NamespaceTask<T> task) throws Exception {
        if (Privilege.mayAdminister()) {
            return task.call();
        }
        try (MountNamespace namespace = MountNamespace.create()) {
            return namespace.call(task);
        }
    }

    @Test
    void onlyTheThreadSeesTheMounts() throws Exception {
        String seen = asRoot(() -> {
            try (MountNamespace other = MountNamespace.create()) {
                other.run("mount", "-t", "tmpfs", "other", "/mnt");
                other.callOnThread(() -> Files.writeString(Path.of("/mnt/file"), "text"));
                return other.run("cat", "/mnt/file") + Files.exists(Path.of("/mnt/file"));
            }
        });
        assertThat(seen).isEqualTo("textfalse");
    }

    @Test
    void membersTellTheThreadFromItsProcess() throws Exception {
        String members = asRoot(() -> {
            try (MountNamespace other = MountNamespace.create()) {
                CountDownLatch done = new CountDownLatch(1);
                CountDownLatch entered = new CountDownLatch(1);
                FutureTask<Void> inside = new FutureTask<>(() -> other.callOnThread(() -> {
                    entered.countDown();
                    done.await();
                    return null;
                }));
                new Thread(inside).start();
                entered.await();
                String own = other.members().threads().stream()
                        .filter(member ->
                                member.pid() == ProcessHandle.current().pid())
                        .map(member -> member.name() + (member.tid() == member.pid()))
                        .toList()
                        .toString();
                done.countDown();
                inside.get();
                return own;
            }
        });
        assertThat(members).matches("\\[thread in mnt:\\S*false\\]");
    }

    @Test
    void procSelfShowsTheMainThreadAsDocumented() throws Exception {
        assertThat(asRoot(() -> {
                    try (MountNamespace other = MountNamespace.create();
                            MountNamespace current = MountNamespace.current()) {
                        return other.callOnThread(
                                () -> Files.readSymbolicLink(THREAD).toString().equals(other.toString())
                                        && Files.readSymbolicLink(Path.of("/proc/self/ns/mnt"))
                                                .toString()
                                                .equals(current.toString()));
                    }
                }))
                .isTrue();
    }

    @Test
    void processesThatTheTaskRunsElsewhereAreElsewhere() throws Exception {
        assertThat(asRoot(() -> {
                    try (MountNamespace other = MountNamespace.create();
                            MountNamespace current = MountNamespace.current()) {
                        return other.callOnThread(() -> current.run("readlink", "/proc/self/ns/mnt"))
                                .strip()
                                .equals(current.toString());
                    }
                }))
                .isTrue();
    }

    @Test
    void whatTheTaskThrowsIsTheCause() throws Exception {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> asRoot(() -> {
                    try (MountNamespace other = MountNamespace.create()) {
                        return other.callOnThread(() -> {
                            throw new IOException("of the task");
                        });
                    }
                }))
                .withRootCauseInstanceOf(IOException.class)
                .withStackTraceContaining("of the task");
    }

    /** As in the fork of an isolated test. */
    @Test
    void withoutPrivilegeTheErrorTellsWhatToDo() throws Exception {
        List<String> command =
                new ArrayList<>(List.of("setpriv", "--bounding-set=-sys_admin", "--inh-caps=-all", "--"));
        command.addAll(TaskCommand.of(Unprivileged.class));
        try (MountNamespace namespace = MountNamespace.create();
                NamespaceProcess unprivileged = namespace.start(command.toArray(String[]::new))) {
            assertThat(unprivileged.inputReader().readLine())
                    .matches(
                            "Cannot enter mnt:\\S+ on a thread: \\S+\\(.*\\): EPERM\\. A thread needs CAP_SYS_ADMIN and"
                                    + " CAP_SYS_CHROOT, .* Fix: run as root, or .*");
        }
    }

    static final class Unprivileged {

        public static void main(String[] args) throws Exception {
            try (MountNamespace own = MountNamespace.create()) {
                own.callOnThread(() -> "entered");
            } catch (NamespaceException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
