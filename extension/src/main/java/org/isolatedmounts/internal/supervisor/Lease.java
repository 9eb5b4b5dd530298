package org.isolatedmounts.internal.supervisor;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEventCodec;
import org.isolatedmounts.internal.plan.ForkCommand;
import org.isolatedmounts.internal.plan.KeptPath;
import org.isolatedmounts.internal.plan.StreamMark;
import org.isolatedmounts.internal.plan.SupervisorCommand.StartFork;
import org.isolatedmounts.internal.plan.task.TestRun;
import org.isolatedmounts.internal.supervisor.channel.ForkChannel;
import org.isolatedmounts.internal.supervisor.channel.HostLink;
import org.isolatedmounts.internal.supervisor.channel.StreamOrder;
import org.isolatedmounts.internal.supervisor.laying.LaidLayout;
import org.isolatedmounts.internal.supervisor.laying.LayoutLayer;
import org.isolatedmounts.internal.supervisor.laying.LayoutRefusedException;
import org.isolatedmounts.internal.supervisor.process.ForkProcess;
import org.isolatedmounts.internal.supervisor.process.Kernel;
import org.isolatedmounts.internal.supervisor.process.WorkDirectory;
import org.isolatedmounts.internal.wire.Frames;

/** One use of a fork: its layout is laid, its JVM boots and proves that it sees it, and is handed its tests. */
final class Lease {

    /** That of the first process after the shell, if no other could be chosen. */
    private static final long SHARED_PID = 2;

    private static final String NO_PID_OF_ITS_OWN =
            "the JVM of each test has the process id 2, as /proc/sys/kernel/ns_last_pid cannot be written here. Of tests"
                    + " that run at the same time, what attaches to a JVM by its id (Mockito's inline mocks, jcmd) may find"
                    + " the wrong one. Fix: `isolatedmounts.forks=1`, or, in Docker, --security-opt systempaths=unconfined";

    private static final String NOTHING_ARRIVES =
            "@HostMounts: no mount of the host is shared, so nothing that it mounts arrives."
                    + " Fix: `mount --make-rshared /` on the host, or run below `unshare --mount --propagation shared`";

    private final StartFork request;
    private final ForkProcess process;
    private final Kernel kernel;
    private final WorkDirectory work;
    private final HostLink host;
    private final ForkChannel channel;
    private final ForkClock clock;
    private final StreamMark mark;
    private final StreamOrder order;
    private volatile Optional<ForkExaminer> examiner = Optional.empty();

    Lease(
            StartFork request,
            ForkProcess process,
            Kernel kernel,
            WorkDirectory work,
            HostLink host,
            ForkChannel channel,
            ForkClock clock,
            StreamMark mark,
            StreamOrder order) {
        this.request = request;
        this.process = process;
        this.kernel = kernel;
        this.work = work;
        this.host = host;
        this.channel = channel;
        this.clock = clock;
        this.mark = mark;
        this.order = order;
    }

    /** To the end of the fork; a fork that dies on the way has nothing more to tell. */
    void run() throws IOException, LayoutRefusedException {
        if (!process.awaitReadiness()) {
            return;
        }
        clock.enter(ForkClock.Phase.LAY);
        LayoutLayer layer = new LayoutLayer(kernel.calls(), work.path().toString());
        try (LaidLayout laid = lay(layer)) {
            clock.enter(ForkClock.Phase.BOOT);
            process.input().go();
            // while the JVM boots
            List<String> commands = laid.commands();
            if (request.layout().hostMounts().isSlave() && !laid.mountInfo().contains(" master:")) {
                host.warnOnce(request.forkId(), NOTHING_ARRIVES);
            }
            Frames.Frame first = Frames.readWhole(process.events(), Frames.MOST_OF_FORK);
            if (first == null) {
                return;
            }
            process.connected();
            if (Proof.check(
                                    ForkEventCodec.decode(first.content()),
                                    laid,
                                    request.layout().hostMounts())
                            .pid()
                    == SHARED_PID) {
                host.warnOnce(request.forkId(), NO_PID_OF_ITS_OWN);
            }
            lead(laid, commands);
        } finally {
            order.noMoreEvents();
        }
    }

    private void lead(LaidLayout laid, List<String> commands) throws IOException {
        // closed before the mounts are: whoever looks at them must not be led elsewhere
        try (ForkExaminer looking = new ForkExaminer(work, process.pid(), request.layout(), laid.mounts())) {
            examiner = Optional.of(looking);
            channel.send(new ForkEvent.Laid(laid.namespace(), laid.mountInfo(), laid.throughLinks(), commands));
            clock.enter(ForkClock.Phase.RUN);
            TestRun tests =
                    request.run().withoutFoundTimeZone(TimeZone.getDefault().getID());
            process.input().tell(new ForkCommand.Run(laid.namespace(), mark, tests));
            new ForkRelay(channel, process.input(), looking, clock, order).run(process.events());
        }
    }

    /** Whether it has come as far as a JVM. */
    boolean isConnected() {
        return examiner.isPresent();
    }

    private LaidLayout lay(LayoutLayer layer) throws LayoutRefusedException {
        List<KeptPath> kept = Stream.concat(
                        request.keptPaths().stream(), kernel.jvmFiles().below(request.layout()))
                .toList();
        return layer.lay(
                process.procDirectory().toString(),
                request.layout(),
                kept,
                request.command().workingDirectory());
    }

    /** What is known of the fork now; nothing if that has been told before, or there is nothing yet. */
    Optional<ForkEvent> examineAtEnd() {
        return examiner.flatMap(ForkExaminer::examineAtEnd);
    }
}
