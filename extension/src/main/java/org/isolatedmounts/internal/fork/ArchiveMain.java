package org.isolatedmounts.internal.fork;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.fork.output.EventWriter;
import org.isolatedmounts.internal.fork.output.ForkOutput;
import org.isolatedmounts.internal.fork.output.MarkedStreams;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.isolatedmounts.internal.plan.ForkCommand;
import org.isolatedmounts.internal.plan.ForkProof;
import org.isolatedmounts.internal.plan.PlanCodec;
import org.isolatedmounts.internal.plan.StreamMark;
import org.isolatedmounts.internal.plan.task.ForkTask;
import org.isolatedmounts.internal.plan.task.TestRun;
import org.isolatedmounts.internal.wire.Frames;

/**
 * Goes through what every fork goes through before and after its test, for nobody, so that the JVM can archive the
 * classes that took part.
 */
public final class ArchiveMain {

    private ArchiveMain() {}

    public static void main(String[] arguments) throws IOException {
        OutputStream nowhere = OutputStream.nullOutputStream();
        InputStream commands = commands();
        ForkMain.connect(nowhere);
        ForkMain.loadOwnClasses();
        ForkCommand.Run run = ForkMain.receiveRun(commands);
        EventWriter events = new EventWriter(nowhere, MarkedStreams.ofNobody());
        ForkMain.shutdownHook(events);
        ForkMain.setSystemProperties(run.tests());
        ForkOutput.redirect(events, Map.of());
        ForkMain.perform(run, events, new Answers(commands, events));
    }

    /** The tests, and the answers to all that is asked for the one that fails. */
    private static InputStream commands() throws IOException {
        String test = "[engine:junit-jupiter]/[class:" + ArchivedTestCase.class.getName() + "]/[method:succeeds()]";
        TestRun tests =
                new TestRun(new ForkTask.Tests(List.of(test, test.replace("succeeds", "fails"))), Map.of(), Map.of());
        ByteArrayOutputStream commands = new ByteArrayOutputStream();
        for (ForkCommand command : List.of(
                new ForkCommand.Run(ForkProof.currentMountNamespace(), StreamMark.random(), tests),
                new ForkCommand.Answer(ForkAnswer.EXAMINED),
                new ForkCommand.Answer(ForkAnswer.GO_ON))) {
            Frames.write(commands, Frames.NO_FORK, PlanCodec.encode(command));
        }
        return new ByteArrayInputStream(commands.toByteArray());
    }
}
