package org.isolatedmounts.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.isolatedmounts.internal.wire.Frames.Frame;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTests {

    @ParameterizedTest
    @ValueSource(longs = {Frames.NO_FORK, 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void keepsIdAndContent(long forkId) throws IOException {
        assertFrame(Frames.read(new ByteArrayInputStream(frame(forkId, 1, -1, 0))), forkId, 1, -1, 0);
    }

    @Test
    void readsFrameAfterFrame() throws IOException {
        InputStream in = new SequenceInputStream(
                new ByteArrayInputStream(frame(7, 1, 2)), new ByteArrayInputStream(frame(8, 3)));

        assertFrame(Frames.read(in), 7, 1, 2);
        assertFrame(Frames.read(in), 8, 3);
        assertThat(Frames.read(in)).isNull();
    }

    @Test
    void anEmptyContentIsAFrame() throws IOException {
        InputStream in = new ByteArrayInputStream(frame(7));

        assertFrame(Frames.read(in), 7);
        assertThat(Frames.read(in)).isNull();
    }

    @Test
    void aStreamMayEndAnywhere() throws IOException {
        byte[] frame = frame(7, 1, 2, 3);

        for (int length = 0; length < frame.length; length++) {
            assertThat(Frames.read(new ByteArrayInputStream(Arrays.copyOf(frame, length))))
                    .as("%d of %d bytes", length, frame.length)
                    .isNull();
        }
    }

    @Test
    void anEndWithinAFrameIsNotOneBetweenTwo() throws IOException {
        byte[] frame = frame(7, 1, 2, 3);

        assertThat(Frames.readWhole(new ByteArrayInputStream(new byte[0]), 3)).isNull();
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> Frames.readWhole(new ByteArrayInputStream(frame, 0, 4), 3))
                .withMessage("the stream ends after 4 of the 12 bytes with which a frame begins");
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> Frames.readWhole(new ByteArrayInputStream(frame, 0, 13), 3))
                .withMessage("the stream ends after 1 of the 3 bytes of a frame");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, 4, Integer.MAX_VALUE})
    void aLengthThatNoFrameHas(int length) {
        byte[] header = ByteBuffer.allocate(12).putInt(length).array();

        assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(() -> Frames.readWhole(new ByteArrayInputStream(header), 3))
                .withMessage("the length of a frame is from 0 to 3 bytes, and this one is said to have " + length);
    }

    @Test
    void aLengthAloneTakesNoMemory() {
        byte[] header = ByteBuffer.allocate(12).putInt(Frames.MOST).array();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> Frames.readWhole(new ByteArrayInputStream(header), Frames.MOST));

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(Frames.MOST / 16);
    }

    @Test
    void aFrameMayArriveByteByByte() throws IOException {
        InputStream trickle = new ByteArrayInputStream(frame(7, 1, 2, 3)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 1));
            }
        };

        assertFrame(Frames.read(trickle), 7, 1, 2, 3);
    }

    @Test
    void carriesMegabytes() throws IOException {
        byte[] content = new byte[5 << 20];
        content[content.length - 1] = 42;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frames.write(out, 7, content);

        Frame frame = Frames.read(new ByteArrayInputStream(out.toByteArray()));

        assertThat(Objects.requireNonNull(frame).content()).isEqualTo(content);
    }

    @Test
    void writesAFrameInOneCallAndFlushesIt() throws IOException {
        AtomicInteger writes = new AtomicInteger();
        AtomicInteger flushes = new AtomicInteger();
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(int value) {
                writes.incrementAndGet();
                super.write(value);
            }

            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                writes.incrementAndGet();
                super.write(bytes, offset, length);
            }

            @Override
            public void flush() {
                flushes.incrementAndGet();
            }
        };

        Frames.write(out, 7, new byte[] {1, 2, 3});

        assertThat(writes).hasValue(1);
        assertThat(flushes).hasValue(1);
    }

    @Test
    void anErrorOfTheStreamIsNoEnd() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("broken");
            }
        };

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Frames.read(broken))
                .withMessage("broken");
    }

    private static byte[] frame(long forkId, int... content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frames.write(out, forkId, bytes(content));
        return out.toByteArray();
    }

    private static void assertFrame(@Nullable Frame frame, long forkId, int... content) {
        assertThat(Objects.requireNonNull(frame).forkId()).isEqualTo(forkId);
        assertThat(frame.content()).isEqualTo(bytes(content));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
