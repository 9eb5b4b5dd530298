package org.isolatedmounts.internal.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEventCodec;
import org.isolatedmounts.internal.fork.output.EventWriter;
import org.isolatedmounts.internal.fork.output.MarkedStreams;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.isolatedmounts.internal.plan.ForkCommand;
import org.isolatedmounts.internal.plan.PlanCodec;
import org.isolatedmounts.internal.wire.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FailureNoticeTests {

    private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    private final EventWriter events = new EventWriter(pipe, MarkedStreams.ofNobody());

    @Test
    void isGivenOnceForEachTest() throws IOException {
        ByteArrayOutputStream supervisor = new ByteArrayOutputStream();
        answer(supervisor);
        answer(supervisor);
        FailureNotice notice =
                new FailureNotice(events, new Answers(new ByteArrayInputStream(supervisor.toByteArray()), events));

        Stream.of("a", "b", "a").forEach(notice::give);

        assertThat(told()).containsExactly(new ForkEvent.Failing("a"), new ForkEvent.Failing("b"));
    }

    @Test
    void waitsForAnAnswerAlsoWhenInterrupted() throws IOException {
        Process cat = cat();
        OutputStream supervisor = cat.getOutputStream();
        FailureNotice notice = new FailureNotice(events, new Answers(cat.getInputStream(), events));
        CompletableFuture<Boolean> waiter = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            Thread.currentThread().interrupt();
            notice.give("a");
            waiter.complete(Thread.currentThread().isInterrupted());
        });
        thread.start();
        awaitWaiting(thread);

        assertThat(waiter).isNotDone();
        answer(supervisor);
        assertThat(waiter.join()).isTrue();
        cat.destroy();
    }

    @Test
    void waitsForEachAnswerFromAPipe() throws Exception {
        Process cat = cat();
        OutputStream supervisor = cat.getOutputStream();
        FailureNotice notice = new FailureNotice(events, new Answers(cat.getInputStream(), events));
        answer(supervisor);
        notice.give("a");

        Thread waiter = new Thread(() -> notice.give("b"));
        waiter.start();
        awaitWaiting(waiter);

        answer(supervisor);
        waiter.join();
        cat.destroy();
        assertThat(told()).containsExactly(new ForkEvent.Failing("a"), new ForkEvent.Failing("b"));
    }

    @Test
    void aPipeThatEndsHoldsNobody() throws IOException {
        new FailureNotice(events, new Answers(InputStream.nullInputStream(), events)).give("a");

        assertThat(told()).containsExactly(new ForkEvent.Failing("a"));
    }

    @Test
    void aPipeThatCannotBeReadHoldsNobodyAndIsTold() throws IOException {
        InputStream unreadable = InputStream.nullInputStream();
        unreadable.close();
        new FailureNotice(events, new Answers(unreadable, events)).give("b");

        assertThat(told())
                .containsExactlyInAnyOrder(
                        new ForkEvent.Failing("b"),
                        new ForkEvent.Warning(
                                "a fork cannot read what it is told: java.io.IOException: Stream closed"));
    }

    /** As a fork has it. Java's own pipes break when the thread that read last has ended, as it may here. */
    private static Process cat() throws IOException {
        return new ProcessBuilder("cat").start();
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(thread.isAlive()).isTrue();
    }

    private static void answer(OutputStream supervisor) throws IOException {
        Frames.write(supervisor, Frames.NO_FORK, PlanCodec.encode(new ForkCommand.Answer(ForkAnswer.EXAMINED)));
        supervisor.flush();
    }

    private List<ForkEvent> told() throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(pipe.toByteArray());
        return Stream.generate(() -> read(in))
                .takeWhile(frame -> frame.length > 0)
                .map(ForkEventCodec::decode)
                .toList();
    }

    private static byte[] read(InputStream in) {
        try {
            Frames.Frame frame = Frames.read(in);
            return frame == null ? new byte[0] : frame.content();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
