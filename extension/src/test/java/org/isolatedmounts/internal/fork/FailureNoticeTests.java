package org.isolatedmounts.internal.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEventCodec;
import org.isolatedmounts.internal.plan.StreamMark;
import org.isolatedmounts.internal.wire.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FailureNoticeTests {

    private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    private final EventWriter events = new EventWriter(
            pipe,
            new MarkedStreams(StreamMark.random(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream()));

    @Test
    void isGivenOnceForEachTest() throws IOException {
        FailureNotice notice = new FailureNotice(events, new ByteArrayInputStream(new byte[2]));

        Stream.of("a", "b", "a").forEach(notice::give);

        assertThat(told()).containsExactly(new ForkEvent.Failing("a"), new ForkEvent.Failing("b"));
    }

    @Test
    void waitsForAnAnswerAlsoWhenInterrupted() throws IOException {
        PipedOutputStream supervisor = new PipedOutputStream();
        FailureNotice notice = new FailureNotice(events, new PipedInputStream(supervisor));
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
        supervisor.write(1);
        supervisor.flush();
        assertThat(waiter.join()).isTrue();
    }

    @Test
    void anAnswerThatNeverComesOrCannotBeReadHoldsNobody() throws IOException {
        new FailureNotice(events, InputStream.nullInputStream()).give("a");
        new FailureNotice(events, new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("broken");
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        throw new IOException("broken");
                    }

                    @Override
                    public int available() throws IOException {
                        throw new IOException("broken");
                    }
                })
                .give("b");

        assertThat(told()).hasSize(2);
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
