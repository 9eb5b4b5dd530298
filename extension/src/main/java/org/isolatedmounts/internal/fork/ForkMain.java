package org.isolatedmounts.internal.fork;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.internal.classpath.OwnClasses;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEventCodec;
import org.isolatedmounts.internal.fork.output.EventWriter;
import org.isolatedmounts.internal.fork.output.ForkOutput;
import org.isolatedmounts.internal.fork.output.MarkedStreams;
import org.isolatedmounts.internal.plan.ForkCommand;
import org.isolatedmounts.internal.plan.ForkPipes;
import org.isolatedmounts.internal.plan.ForkProof;
import org.isolatedmounts.internal.plan.PlanCodec;
import org.isolatedmounts.internal.plan.task.ForkTask;
import org.isolatedmounts.internal.plan.task.ProviderCall;
import org.isolatedmounts.internal.plan.task.TestRun;
import org.isolatedmounts.internal.wire.Frames;
import org.jspecify.annotations.Nullable;

/** The main class of a fork. */
public final class ForkMain {

    private ForkMain() {}

    /**
     * Tells the supervisor which mounts it sees. If they are those that were laid, the supervisor sends the tests to
     * execute; else, or before, no code of a test is loaded.
     */
    public static void main(String[] arguments) throws IOException {
        try (OutputStream pipe = new FileOutputStream(ForkPipes.path(ForkPipes.EVENTS));
                InputStream commands =
                        new BufferedInputStream(new FileInputStream(ForkPipes.path(ForkPipes.COMMANDS)))) {
            connect(pipe);
            loadOwnClasses();
            ForkCommand.Run run = receiveRun(commands);
            if (!ForkProof.holds(run.mountNamespace())) {
                throw new IllegalStateException("this JVM is not in " + run.mountNamespace());
            }
            EventWriter events = new EventWriter(pipe, MarkedStreams.open(run.mark()));
            Runtime.getRuntime().addShutdownHook(shutdownHook(events));
            run(run, events, new Answers(commands, events));
            System.exit(0);
        }
    }

    static void connect(OutputStream pipe) throws IOException {
        byte[] mountInfo = Files.readAllBytes(Path.of("/proc/self/mountinfo"));
        ForkEvent connected = new ForkEvent.Connected(
                ForkProof.currentPid(),
                ForkProof.currentMountNamespace(),
                new String(mountInfo, StandardCharsets.UTF_8));
        Frames.write(pipe, Frames.NO_FORK, ForkEventCodec.encode(connected));
    }

    /** A test that leaves no file descriptors must still be able to fail. */
    static void loadOwnClasses() {
        OwnClasses.load("fork", "plan", "event", "failure", "wire");
    }

    static Thread shutdownHook(EventWriter events) {
        return new Thread(() -> events.write(new ForkEvent.ShuttingDown()));
    }

    static ForkCommand.Run receiveRun(InputStream commands) throws IOException {
        Frames.Frame frame = Frames.read(commands);
        if (frame == null) {
            throw new IOException("the supervisor closed the pipe before it sent any tests");
        }
        return (ForkCommand.Run) PlanCodec.decodeForkCommand(frame.content());
    }

    /** A test may have set it to null. */
    private static void flush(@Nullable PrintStream stream) {
        if (stream != null) {
            stream.flush();
        }
    }

    static void setSystemProperties(TestRun tests) {
        tests.systemProperties().forEach(System::setProperty);
    }

    static void perform(ForkCommand.Run run, EventWriter events, Answers answers) {
        if (run.tests().task() instanceof ProviderCall call) {
            ProviderRunner.run(call, run.tests().configurationParameters(), events);
        } else if (run.tests().task() instanceof ForkTask.Tests tests) {
            TestRunner.execute(run, tests, events, answers);
        }
    }

    private static void run(ForkCommand.Run run, EventWriter events, Answers answers) {
        FailureTeller failures = new FailureTeller(events);
        try {
            setSystemProperties(run.tests());
            ForkProof.leaveInFork();
            ForkOutput.redirect(events, run.tests().configurationParameters());
            perform(run, events, answers);
            flush(System.out);
            flush(System.err);
            events.write(new ForkEvent.Ended());
        } catch (Throwable throwable) {
            // whatever it is, OutOfMemoryError included: the host must be told, and the JVM must end
            failures.tell(throwable, () -> {}, ForkEvent.EngineFailed::new);
            events.write(new ForkEvent.Ended());
        }
    }
}
