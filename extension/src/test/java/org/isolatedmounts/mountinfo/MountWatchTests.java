package org.isolatedmounts.mountinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MountWatchTests {

    private NamespaceShell shell;
    private MountWatch watch;

    @BeforeEach
    void watchANamespace(@TempDir Path directory) throws IOException {
        shell = new NamespaceShell();
        shell.run("cd " + directory.toRealPath() + "; mkdir a b; mount -t tmpfs first a; mkdir a/c");
        watch = MountWatch.ofProcess(shell.pid());
    }

    @AfterEach
    void leaveNothing() throws IOException {
        watch.close();
        shell.close();
    }

    @Test
    void beginsWithTheTableAsItIs() throws IOException {
        assertThat(watch.table()).isEqualTo(shell.table());
        assertThat(watch.next(Duration.ZERO)).isEmpty();
    }

    @Test
    void waitsForAsLongAsADurationCanBe() throws IOException {
        shell.run("mount -t tmpfs second b");

        assertThat(watch.next(Duration.ofSeconds(Long.MAX_VALUE))).isPresent();
        assertThat(watch.next(Duration.ofSeconds(Long.MIN_VALUE))).isEmpty();
    }

    @Test
    void tellsEachKindOfChange() throws IOException {
        shell.run("mount -t tmpfs second b");
        assertThat(watch.next().mounted()).extracting(MountEntry::source).containsExactly("second");

        shell.run("mount -o remount,bind,ro b");
        assertThat(watch.next().remounted()).hasSize(1);

        shell.run("mount -n --move b a/c");
        assertThat(watch.next().moved()).hasSize(1);

        shell.run("umount a/c");
        assertThat(watch.next().unmounted()).extracting(MountEntry::source).containsExactly("second");
        assertThat(watch.next(Duration.ofMillis(1))).isEmpty();
        assertThat(watch.table()).isEqualTo(shell.table());
    }

    @Test
    void changesOfPropagationShowWithTheNextMount() throws IOException {
        shell.run("mount --make-shared a; mount -t tmpfs second b");

        MountTableDiff diff = watch.next();
        assertThat(diff.propagationChanged()).hasSize(1);
        assertThat(diff.mounted()).hasSize(1);
    }

    @Test
    void whatIsAlreadyGoneIsNotTold() throws IOException {
        shell.run("mount -t tmpfs second b; umount b");

        assertThat(watch.next(Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void seesManyChangesAndNeverMissesTheLast() throws Exception {
        seesManyChangesAndNeverMissesTheLast(50);
    }

    @Test
    @Tag("full")
    void seesAThousandChangesAndNeverMissesTheLast() throws Exception {
        seesManyChangesAndNeverMissesTheLast(500);
    }

    private void seesManyChangesAndNeverMissesTheLast(int mounts) throws Exception {
        CompletableFuture<Integer> told = CompletableFuture.supplyAsync(() -> {
            try {
                int changes = 0;
                while (watch.table().withSource("last").isEmpty()) {
                    changes += watch.next().changes().size();
                }
                return changes;
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });

        shell.start("i=0; while [ $i -lt " + mounts + " ]; do mount -t tmpfs number$i b; umount b; i=$((i + 1)); done\n"
                + "mount -t tmpfs last b");

        assertThat(told.get()).isBetween(1, 2 * mounts + 1);
        shell.outputOfStarted();
        assertThat(watch.table()).isEqualTo(shell.table());
        assertThat(watch.next(Duration.ZERO)).isEmpty();
    }

    @Test
    void seesMountsOneByOne() throws IOException {
        seesMountsOneByOne(100);
    }

    @Test
    @Tag("full")
    void seesAThousandMountsOneByOne() throws IOException {
        seesMountsOneByOne(1000);
    }

    private void seesMountsOneByOne(int mounts) throws IOException {
        for (int i = 0; i < mounts; i += 50) {
            int first = i;
            shell.start("i=" + first + "; while [ $i -lt " + (first + 50)
                    + " ]; do mount -t tmpfs number$i b; i=$((i + 1)); done");
            while (watch.table().withSource("number" + (first + 49)).isEmpty()) {
                watch.next();
            }
            shell.outputOfStarted();
        }

        assertThat(watch.table()).isEqualTo(shell.table());
        assertThat(watch.table()
                        .allAt(watch.table()
                                .withSource("number" + (mounts - 1))
                                .get(0)
                                .mountPoint()))
                .hasSize(mounts);
    }

    @Test
    void waitsWithoutUsingTheProcessor() throws Exception {
        long[] cpu = new long[1];
        Thread waiting = new Thread(() -> {
            try {
                watch.next(Duration.ofMillis(500));
                cpu[0] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            } catch (IOException e) {
                cpu[0] = Long.MAX_VALUE;
            }
        });
        waiting.start();
        waiting.join();

        assertThat(Duration.ofNanos(cpu[0])).isLessThan(Duration.ofMillis(250));
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread waiting = waitIn(end);
        waiting.interrupt();

        assertThat(end.get()).isInstanceOf(ClosedByInterruptException.class);
        assertThat(watch.isOpen()).isFalse();
    }

    @Test
    void closingEndsTheWait() throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        waitIn(end);
        watch.close();

        assertThat(end.get()).isInstanceOf(AsynchronousCloseException.class);
        assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> watch.next());
    }

    private Thread waitIn(CompletableFuture<Throwable> end) {
        Thread waiting = new Thread(() -> {
            try {
                watch.next();
            } catch (IOException e) {
                end.complete(e);
            }
        });
        waiting.start();
        return waiting;
    }

    @Test
    void outlivesTheProcess() throws IOException {
        shell.close();

        assertThat(watch.next(Duration.ofMillis(1))).isEmpty();
        assertThat(watch.table().withSource("first")).hasSize(1);
    }

    @Test
    void watchesThisProcess() throws IOException {
        try (MountWatch self = MountTable.watch()) {
            assertThat(self.table()).isEqualTo(MountTable.ofSelf());
        }
    }

    @Test
    void saysThatThereIsNoSuchProcess() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> MountWatch.ofProcess(Long.MAX_VALUE))
                .withMessage("open(\"/proc/9223372036854775807/mountinfo\"): ENOENT");
    }
}
