package org.isolatedmounts.internal.event;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.wire.Nullable;

/** What the supervisor and the fork tell the host JVM, in the order in which it happens. */
public sealed interface ForkEvent {

    /** What a fork may tell, and the supervisor too; code of a test runs where it is told, and may have forged it. */
    sealed interface OfFork extends ForkEvent {}

    /** What a fork waits for an answer to. */
    sealed interface Question extends OfFork {}

    /** What only the supervisor may tell. */
    sealed interface OfSupervisor extends ForkEvent {}

    /**
     * The supervisor can start forks; the first event of its stream.
     *
     * @param ownProc whether forks get a {@code /proc} of their own pid namespace
     */
    record SupervisorReady(String mountNamespace, boolean ownProc) implements OfSupervisor {}

    /** The answer to a ping of the host; an event of the supervisor itself. */
    record Pong() implements OfSupervisor {}

    /** Something that the user should know and that stops nothing. */
    record Warning(String message) implements OfFork {}

    /**
     * The JVM of the fork runs and waits for its tests.
     *
     * @param pid in its pid namespace
     * @param mountNamespace and
     * @param mountInfo as the JVM itself sees them
     */
    record Connected(long pid, String mountNamespace, String mountInfo) implements OfFork {}

    /**
     * The layout is laid; the fork runs its tests from now on.
     *
     * @param mountInfo the fork's mountinfo file
     * @param throughLinks where declared mount points are if symbolic links lead elsewhere
     * @param commands for sh(1), which lay the same by hand in a new mount namespace
     */
    record Laid(String mountNamespace, String mountInfo, Map<String, String> throughLinks, List<String> commands)
            implements OfSupervisor {

        /** A declared mount point as the kernel lists it. */
        public String real(String mountPoint) {
            return throughLinks.getOrDefault(mountPoint, mountPoint);
        }
    }

    /** The fork could not be started or the layout not be laid. */
    record NotLaid(String message) implements OfSupervisor {}

    /** What the fork told could not be read, or was not for a fork to tell; it is killed. */
    record Broken(String message) implements OfSupervisor {}

    /** A test or container is failing. The fork waits for the supervisor, which tells the {@link Examined} state instead. */
    record Failing(String uniqueId) implements OfFork {}

    /**
     * What the supervisor saw of the fork at a failure.
     *
     * @param uniqueId of what fails, or {@link #AT_END}
     * @param mountInfo the fork's mountinfo file
     * @param processStatus the status file of the fork's JVM
     * @param mounts in the order of the layout
     */
    record Examined(String uniqueId, Reading mountInfo, Reading processStatus, List<MountUsage> mounts)
            implements OfSupervisor {

        /** In place of an id if the fork itself comes to its end. */
        public static final String AT_END = "";

        public boolean isAtEnd() {
            return uniqueId.equals(AT_END);
        }
    }

    record Started(String uniqueId) implements OfFork {}

    record Skipped(String uniqueId, String reason) implements OfFork {}

    record Finished(String uniqueId, Outcome outcome) implements OfFork {}

    /** Something has failed, and the fork waits to be told whether the run goes on; only if JUnit can be cancelled. */
    record Asking() implements Question {}

    /** The fork has come to where its turn is to be waited for, and waits to be told that it has come. */
    record Reached(String uniqueId) implements Question {}

    record DynamicallyRegistered(NodeDescription node) implements OfFork {}

    record EntryReported(String uniqueId, LocalDateTime timestamp, Map<String, String> keyValuePairs)
            implements OfFork {}

    /**
     * A piece of a file that is about to be published.
     *
     * @param path relative to the output directory of the run
     * @param first whether the file begins with it
     */
    record FileContent(String path, boolean first, byte[] bytes) implements OfFork {}

    /** A file or directory was published; the content of files has been told. */
    record FilePublished(
            String uniqueId,
            String path,
            boolean directory,
            @Nullable String mediaType) implements OfFork {}

    /** Characters that the test printed to {@code System.out} or {@code System.err}: the host JVM encodes them. */
    record Text(Stream stream, String text) implements OfFork {}

    /** Bytes that the test wrote as such, through {@code System.out} and {@code System.err} or past them. */
    record Output(Stream stream, byte[] bytes) implements OfFork {}

    /**
     * What a provider of layouts answers.
     *
     * @param layout serialised; empty if it returned null or threw something
     * @param failure absent if it threw nothing
     */
    record LayoutProvided(byte[] layout, @Nullable Failure failure) implements OfFork {}

    /** The engine itself gave up: no test can be expected to finish any more. */
    record EngineFailed(Failure failure) implements OfFork {}

    /** The last event of the fork's own stream; without it the fork has died. */
    record Ended() implements OfFork {}

    /** The JVM of the fork begins to exit in an orderly way; a status that follows is no signal. */
    record ShuttingDown() implements OfFork {}

    /** How long a test took, without what its JVM needs around it; told before it has {@link Finished}. */
    record TestTimed(String uniqueId, long nanos) implements OfFork {}

    /**
     * What the fork's time was spent on, in nanoseconds; told by the supervisor when the process has ended.
     *
     * @param boot the start of the process and of its JVM, until that asked for its tests
     * @param lay making mount points, copying sources, laying the mounts
     * @param run until the last event of its tests
     * @param strip the end of the JVM, and with it of the mount namespace
     */
    record ForkTimed(long boot, long lay, long run, long strip) implements OfSupervisor {}

    /** The last event of all: the process has ended, nothing of it is left. {@code status} as a shell gives it. */
    record Exited(int status) implements OfSupervisor {}

    enum Stream {
        OUT,
        ERR
    }

    /**
     * How a test or container ended.
     *
     * @param failure absent for a successful test
     */
    record Outcome(Status status, @Nullable Failure failure) {}

    enum Status {
        SUCCESSFUL,
        ABORTED,
        FAILED
    }

    /**
     * A test or container that came up during execution.
     *
     * @param type the name of a {@code TestDescriptor.Type}
     * @param source serialised {@code TestSource}; empty if there is none
     */
    record NodeDescription(
            String uniqueId,
            String parentId,
            String displayName,
            String legacyReportingName,
            String type,
            byte[] source) {}
}
