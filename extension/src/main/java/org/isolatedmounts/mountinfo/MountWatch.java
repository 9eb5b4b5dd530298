package org.isolatedmounts.mountinfo;

import java.io.IOException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells when the table of a mount namespace changes. The kernel wakes the waiting thread, by poll(2) on the file that
 * proc_pid_mountinfo(5) describes; nothing is asked again and again.
 *
 * <pre>{@code
 * try (MountWatch watch = MountTable.watch()) {
 *     while (true) {
 *         System.out.println(watch.next());
 *     }
 * }
 * }</pre>
 *
 * <p>Changes that follow each other faster than they are asked for come as one difference; the last state is never
 * missed. The kernel wakes for mounts, unmounts, moves and remounts. It does not for what changes without them, such as
 * propagation or a renamed directory; that shows together with the next change that it does wake for.
 *
 * <p>Waiting needs native code, which is loaded with the first watch of a JVM (jnr-ffi, a dependency of this library);
 * from JDK 24 on that prints a warning unless the JVM was started with {@code --enable-native-access}.
 *
 * <p>As other channels, a watch is closed by interrupting the thread that waits ({@link
 * java.nio.channels.ClosedByInterruptException}) or by closing it from another thread ({@link
 * java.nio.channels.AsynchronousCloseException}). One thread at a time can wait.
 */
public final class MountWatch extends AbstractInterruptibleChannel {

    private static final long FOREVER = Long.MAX_VALUE;
    private static final Duration LONGEST = Duration.ofMillis(FOREVER);

    private final MountSystemCalls.PolledFile file;
    private final Lock inUse = new ReentrantLock();
    private boolean fileIsClosed;
    private volatile MountTable table;

    private MountWatch(MountSystemCalls.PolledFile file) throws IOException {
        this.file = file;
        this.table = MountTable.parse(file.read());
    }

    /**
     * Watches the mount namespace in which the calling thread is now.
     *
     * @return the watch, to be closed
     * @throws IOException if the table cannot be read or native code cannot be loaded
     */
    public static MountWatch ofSelf() throws IOException {
        return of("/proc/thread-self/mountinfo");
    }

    /**
     * Watches the mount namespace in which a process is now, even when the process ends.
     *
     * @param pid the process id, in the pid namespace of {@code /proc}
     * @return the watch, to be closed
     * @throws IOException if the table cannot be read or native code cannot be loaded
     */
    public static MountWatch ofProcess(long pid) throws IOException {
        return of("/proc/" + pid + "/mountinfo");
    }

    private static MountWatch of(String name) throws IOException {
        MountSystemCalls.PolledFile file = MountSystemCalls.load().open(name);
        try {
            return new MountWatch(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * The table as it was when the watch began, or after the latest change that was told.
     *
     * @return the table
     */
    public MountTable table() {
        return table;
    }

    /**
     * Waits for a change.
     *
     * @return what changed since the watch began or this method returned before; not empty
     * @throws java.nio.channels.ClosedChannelException if the watch is closed, already or while this thread waits
     * @throws IOException if the table cannot be read
     */
    public MountTableDiff next() throws IOException {
        return await(FOREVER).orElseThrow();
    }

    /**
     * Waits for a change for a limited time.
     *
     * @param timeout how long to wait; zero, or less, only looks
     * @return what changed since the watch began or this method returned before; empty when the time is over
     * @throws java.nio.channels.ClosedChannelException if the watch is closed, already or while this thread waits
     * @throws IOException if the table cannot be read
     */
    public Optional<MountTableDiff> next(Duration timeout) throws IOException {
        if (timeout.isNegative()) {
            return await(0);
        }
        return await(timeout.compareTo(LONGEST) < 0 ? timeout.toMillis() : FOREVER);
    }

    private Optional<MountTableDiff> await(long milliseconds) throws IOException {
        inUse.lock();
        try {
            long start = System.nanoTime();
            Optional<MountTableDiff> diff = Optional.empty();
            boolean timeIsLeft = true;
            while (diff.isEmpty() && timeIsLeft) {
                long left = milliseconds - (System.nanoTime() - start) / 1_000_000;
                timeIsLeft = left > 0;
                diff = awaitOnce((int) Math.max(0, Math.min(left, Integer.MAX_VALUE)));
            }
            return diff;
        } finally {
            inUse.unlock();
            if (!isOpen()) {
                closeIfUnused();
            }
        }
    }

    private Optional<MountTableDiff> awaitOnce(int milliseconds) throws IOException {
        boolean completed = false;
        try {
            begin();
            if (isOpen() && file.await(milliseconds)) {
                MountTable before = table;
                MountTable after = MountTable.parse(file.read());
                table = after;
                completed = true;
                // none where, for example, what was mounted is already gone again
                return Optional.of(after.changesSince(before)).filter(diff -> !diff.isEmpty());
            }
            completed = isOpen();
            return Optional.empty();
        } finally {
            end(completed);
        }
    }

    /**
     * Must not wait for the thread that waits for a change: that one may be about to wait for the one which called this.
     * So the last of them closes the file.
     */
    @Override
    protected void implCloseChannel() throws IOException {
        synchronized (file) {
            if (!fileIsClosed) {
                file.wake();
            }
        }
        closeIfUnused();
    }

    private void closeIfUnused() throws IOException {
        if (inUse.tryLock()) {
            try {
                synchronized (file) {
                    if (!fileIsClosed) {
                        fileIsClosed = true;
                        file.close();
                    }
                }
            } finally {
                inUse.unlock();
            }
        }
    }
}
