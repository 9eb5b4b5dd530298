package org.isolatedmounts.internal.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEventCodec;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.isolatedmounts.internal.wire.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FailureNoticeTests {

    private static final byte EXAMINED = ForkAnswer.EXAMINED.toByte();

    private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    private final EventWriter events = new EventWriter(pipe, MarkedStreams.ofNobody());

    @Test
    void isGivenOnceForEachTest() throws IOException {
        FailureNotice notice =
                new FailureNotice(events, answers(new ByteArrayInputStream(new byte[] {EXAMINED, EXAMINED})));

        Stream.of("a", "b", "a").forEach(notice::give);

        assertThat(told()).containsExactly(new ForkEvent.Failing("a"), new ForkEvent.Failing("b"));
    }

    @Test
    void waitsForAnAnswerAlsoWhenInterrupted() throws IOException {
        PipedOutputStream supervisor = new PipedOutputStream();
        FailureNotice notice = new FailureNotice(events, answers(new PipedInputStream(supervisor)));
        CompletableFuture<Boolean> waiter = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            Thread.currentThread().interrupt();
            notice.give("a");
            waiter.complete(Thread.currentThread().isInterrupted());
        });
        thread.start();
        while (pipe.size() == 0) {
            Thread.onSpinWait();
        }

        assertThat(waiter).isNotDone();
        supervisor.write(EXAMINED);
        supervisor.flush();
        assertThat(waiter.join()).isTrue();
    }

    /** In the fork it is a named pipe, which is read in another way than any other file or stream. */
    @Test
    void waitsForEachAnswerFromANamedPipe(@TempDir Path directory) throws Exception {
        Path fifo = directory.resolve("answers");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        try (RandomAccessFile supervisor = new RandomAccessFile(fifo.toFile(), "rw");
                InputStream in = new FileInputStream(fifo.toFile())) {
            FailureNotice notice = new FailureNotice(events, answers(in));
            supervisor.write(EXAMINED);
            notice.give("a");

            Thread waiter = new Thread(() -> notice.give("b"));
            waiter.start();
            while (waiter.getState() != Thread.State.TIMED_WAITING && waiter.isAlive()) {
                Thread.onSpinWait();
            }
            assertThat(waiter.isAlive()).isTrue();

            supervisor.write(EXAMINED);
            waiter.join();
        }
        assertThat(told()).containsExactly(new ForkEvent.Failing("a"), new ForkEvent.Failing("b"));
    }

    @Test
    void anAnswerThatNeverComesOrCannotBeReadHoldsNobody() throws IOException {
        new FailureNotice(events, answers(InputStream.nullInputStream())).give("a");
        InputStream unreadable = InputStream.nullInputStream();
        unreadable.close();
        new FailureNotice(events, answers(unreadable)).give("b");

        assertThat(told())
                .containsExactly(
                        new ForkEvent.Failing("a"),
                        new ForkEvent.Failing("b"),
                        new ForkEvent.Warning("a fork could not read the answer that it waited for:"
                                + " java.io.IOException: Stream closed"));
    }

    private Answers answers(InputStream in) {
        return new Answers(in, events);
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
