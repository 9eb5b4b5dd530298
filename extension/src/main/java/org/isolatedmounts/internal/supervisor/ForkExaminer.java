package org.isolatedmounts.internal.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.Reading;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.supervisor.laying.LaidMounts;
import org.isolatedmounts.internal.supervisor.process.WorkDirectory;

/**
 * Looks at a fork when something fails in it. From outside: the test may have used up the memory, the descriptors or the
 * processes with which it could be told from inside, or hidden {@code /proc}.
 */
final class ForkExaminer implements AutoCloseable {

    /** A filesystem of the host that does not answer must not keep the failure from being told. */
    private static final long PATIENCE_MILLIS = 1000;

    private static final String JVM_ENDED = "the JVM of the fork has ended";

    private final WorkDirectory work;
    private final long pid;
    private final LayoutPlan layout;
    private final LaidMounts mounts;
    private boolean lastWordSaid;

    /** @param pid of the process that entered the namespaces of the fork first */
    ForkExaminer(WorkDirectory work, long pid, LayoutPlan layout, LaidMounts mounts) {
        this.work = work;
        this.pid = pid;
        this.layout = layout;
        this.mounts = mounts;
    }

    /** Looks at the fork as it comes to an end, only the first time that it is said to. */
    synchronized Optional<ForkEvent> examineAtEnd() {
        boolean first = !lastWordSaid;
        lastWordSaid = true;
        return first ? Optional.of(examine(ForkEvent.Examined.AT_END)) : Optional.empty();
    }

    synchronized ForkEvent examine(String uniqueId) {
        Examination examination = new Examination(layout, this::mountInfo, this::processStatus, mounts::usage);
        try {
            Thread thread = new Thread(examination, "examination of process " + pid);
            thread.setDaemon(true);
            thread.start();
            thread.join(PATIENCE_MILLIS);
        } catch (OutOfMemoryError noThreadLeft) {
            examination.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the threads of a fork", e);
        }
        return examination.result(uniqueId);
    }

    private Reading mountInfo() {
        return read(() -> Optional.of(work.procOf(pid).resolve("mountinfo")));
    }

    private Reading processStatus() {
        return read(() -> work.jvmBelow(pid).map(jvm -> jvm.resolve("status")));
    }

    private interface Place {
        Optional<Path> find() throws IOException;
    }

    private Reading read(Place place) {
        try {
            Optional<Path> file = place.find();
            return file.isPresent()
                    ? Reading.of(new String(Files.readAllBytes(file.get()), UTF_8))
                    : Reading.unknown(JVM_ENDED);
        } catch (IOException | UncheckedIOException e) {
            String problem = isOfEndedProcess(e) ? JVM_ENDED : String.valueOf(e.getMessage());
            return Reading.unknown(work.isRunning(pid) ? problem : "the fork has ended");
        }
    }

    /** Between two looks at {@code /proc} the shell of a fork, and with it the JVM, may end before {@code unshare} does. */
    private static boolean isOfEndedProcess(Exception e) {
        return e instanceof NoSuchFileException
                || String.valueOf(e.getMessage()).contains("No such process");
    }

    @Override
    public synchronized void close() {
        lastWordSaid = true;
    }
}
