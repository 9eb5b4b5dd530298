package org.isolatedmounts.internal.fork;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.isolatedmounts.internal.classpath.OwnClasses;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.PlanCodec;
import org.isolatedmounts.internal.plan.StreamMark;
import org.isolatedmounts.internal.plan.TestRun;
import org.isolatedmounts.internal.wire.Frames;

/** The main class of a fork. */
public final class ForkMain {

    private ForkMain() {}

    /**
     * Runs in a still bare mount namespace until the supervisor, which has waited for the first event, sends the run
     * over the standard input: from then on the layout is laid.
     *
     * @param arguments the named pipe for events, that for answers to them, and the mark of events in the standard streams
     */
    public static void main(String[] arguments) throws IOException {
        try (OutputStream pipe = new FileOutputStream(arguments[0]);
                InputStream answers = new FileInputStream(arguments[1])) {
            EventWriter events = new EventWriter(pipe, MarkedStreams.open(new StreamMark(arguments[2])));
            events.write(new ForkEvent.Connected());
            // while the supervisor lays the mounts
            loadOwnClasses();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> events.write(new ForkEvent.ShuttingDown())));
            run(receiveRun(), events, answers);
            System.exit(0);
        }
    }

    /** A test that leaves no file descriptors must still be able to fail. */
    static void loadOwnClasses() {
        OwnClasses.load("fork", "plan", "event", "wire");
    }

    private static TestRun receiveRun() throws IOException {
        InputStream in = System.in;
        Frames.Frame frame = Frames.read(in);
        if (frame == null) {
            throw new IOException("the supervisor closed the pipe before it sent any tests");
        }
        return PlanCodec.decodeRun(frame.content());
    }

    private static void run(TestRun run, EventWriter events, InputStream answers) {
        try {
            run.systemProperties().forEach(System::setProperty);
            ForkOutput.redirect(events, run.configurationParameters());
            TestRunner.execute(run, events, answers);
            System.out.flush();
            System.err.flush();
            events.write(new ForkEvent.Ended());
        } catch (Throwable throwable) {
            // whatever it is, OutOfMemoryError included: the host must be told, and the JVM must end
            events.write(new ForkEvent.EngineFailed(FailureEncoder.encode(throwable)));
            events.write(new ForkEvent.Ended());
        }
    }
}
