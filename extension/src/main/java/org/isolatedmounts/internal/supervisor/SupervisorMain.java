package org.isolatedmounts.internal.supervisor;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.ForkProof;
import org.isolatedmounts.internal.plan.PlanCodec;
import org.isolatedmounts.internal.plan.SupervisorCommand;
import org.isolatedmounts.internal.plan.SupervisorCommand.StartFork;
import org.isolatedmounts.internal.supervisor.channel.HostLink;
import org.isolatedmounts.internal.supervisor.process.ClassArchive;
import org.isolatedmounts.internal.supervisor.process.ForkStarter;
import org.isolatedmounts.internal.supervisor.process.Kernel;
import org.isolatedmounts.internal.supervisor.process.WorkDirectory;
import org.isolatedmounts.internal.wire.Frames;

/**
 * The main class of the supervisor, which lives as long as the host JVM keeps the other end of its standard input open.
 *
 * <p>It is the first process but one of a pid namespace: when it ends, however it ends, the kernel kills every fork.
 */
public final class SupervisorMain {

    private final HostLink host;
    private final ForkStarter starter;
    private final Kernel kernel;
    private final Map<Long, Fork> forks = new ConcurrentHashMap<>();

    private SupervisorMain(HostLink host, ForkStarter starter, Kernel kernel) {
        this.host = host;
        this.starter = starter;
        this.kernel = kernel;
    }

    /**
     * Starts the supervisor, which speaks with the host by pipes of their own: a JVM may write to its standard output
     * what it likes.
     *
     * @param arguments the directory on which its private tmpfs is mounted, then the paths of the pipe from the host, of that
     *     to it, and of the mount namespace that is a slave of the host's
     */
    public static void main(String[] arguments) throws IOException {
        WorkDirectory work = new WorkDirectory(Path.of(arguments[0]));
        Kernel kernel = new Kernel(work.path());
        HostLink host = new HostLink(new FileOutputStream(arguments[2]));
        host.send(Frames.NO_FORK, new ForkEvent.SupervisorReady(ForkProof.currentMountNamespace(), work.hasOwnProc()));
        try (InputStream commands = new FileInputStream(arguments[1])) {
            ForkStarter starter = new ForkStarter(work, new ClassArchive(work, host), arguments[3]);
            new SupervisorMain(host, starter, kernel).serve(commands);
        }
        Runtime.getRuntime().halt(0);
    }

    private void serve(InputStream commands) throws IOException {
        InputStream in = new BufferedInputStream(commands);
        for (Frames.Frame frame = Frames.read(in); frame != null; frame = Frames.read(in)) {
            SupervisorCommand command = PlanCodec.decode(frame.content());
            if (command instanceof StartFork request) {
                start(request);
            } else if (command instanceof SupervisorCommand.ArchiveClasses archive) {
                starter.archive()
                        .prepare(
                                archive.command(),
                                Optional.ofNullable(archive.cacheFile()).map(Path::of));
            } else if (command instanceof SupervisorCommand.Kill kill) {
                Fork fork = forks.get(kill.forkId());
                if (fork != null) {
                    end(fork, kill.threadDump());
                }
            } else if (command instanceof SupervisorCommand.Answer answer) {
                Fork fork = forks.get(answer.forkId());
                if (fork != null) {
                    fork.answer(answer.answer());
                }
            } else if (command instanceof SupervisorCommand.Taken taken) {
                Fork fork = forks.get(taken.forkId());
                if (fork != null) {
                    fork.taken(taken.bytes());
                }
            } else if (command instanceof SupervisorCommand.Ping) {
                host.send(Frames.NO_FORK, new ForkEvent.Pong());
            }
        }
    }

    private static void end(Fork fork, boolean threadDump) {
        if (threadDump) {
            fork.killAfterThreadDump();
        } else {
            fork.kill();
        }
    }

    private void start(StartFork request) {
        Fork fork = new Fork(request, starter, kernel, host);
        forks.put(request.forkId(), fork);
        Thread thread = new Thread(
                () -> {
                    fork.run();
                    forks.remove(request.forkId());
                },
                "fork " + request.forkId());
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            forks.remove(request.forkId());
            fork.giveUp(e);
        }
    }
}
