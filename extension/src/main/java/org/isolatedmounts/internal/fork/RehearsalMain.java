package org.isolatedmounts.internal.fork;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.isolatedmounts.internal.plan.PlanCodec;
import org.isolatedmounts.internal.plan.TestRun;

/**
 * Goes through what every fork goes through before and after its test, for nobody, so that the JVM can archive the
 * classes that took part.
 */
public final class RehearsalMain {

    /** To all that is asked for the one test that fails. */
    private static final byte[] ANSWERS = {ForkAnswer.EXAMINED.toByte(), ForkAnswer.GO_ON.toByte()};

    private RehearsalMain() {}

    public static void main(String[] arguments) throws IOException {
        String test = "[engine:junit-jupiter]/[class:" + RehearsedTestCase.class.getName() + "]/[method:succeeds()]";
        TestRun run = PlanCodec.decodeRun(
                PlanCodec.encode(new TestRun(List.of(test, test.replace("succeeds", "fails")), Map.of(), Map.of())));
        ForkMain.loadOwnClasses();
        EventWriter events = new EventWriter(OutputStream.nullOutputStream(), MarkedStreams.ofNobody());
        ForkOutput.redirect(events, Map.of());
        TestRunner.execute(run, events, new ByteArrayInputStream(ANSWERS));
    }
}
