package org.isolatedmounts.internal.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.fork.output.EventWriter;
import org.isolatedmounts.internal.fork.output.MarkedStreams;
import org.junit.jupiter.api.Test;

/** Of the baseline, in which nothing can be cancelled; what JUnit 6 does is tested with its own console launcher. */
class FailFastTests {

    @Test
    void asksNobodyWhereNothingCanBeCancelled() {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        EventWriter events = new EventWriter(pipe, MarkedStreams.ofNobody());
        InputStream noAnswers = new ByteArrayInputStream(new byte[0]);

        new FailFast(new Questions(events, new Answers(noAnswers, events)), Cancellation.ofThisJUnit())
                .afterTestOrContainer(ForkEvent.Status.FAILED);

        assertThat(pipe.size()).isZero();
    }
}
