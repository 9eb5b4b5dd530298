package org.isolatedmounts.it.robust;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEventCodec;
import org.isolatedmounts.internal.wire.Frames;
import org.junit.jupiter.api.Test;

/** Fixtures: tests that write to the pipe through which their fork tells its events. */
final class Forgeries {

    private static final int HEADER = 12;

    private Forgeries() {}

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class ForgingTestCase {

        @Test
        void negativeLength() throws IOException {
            write(header(-1));
            Hang.forEver();
        }

        @Test
        void lengthOfTwoGigabytes() throws IOException {
            write(header(Integer.MAX_VALUE));
            Hang.forEver();
        }

        @Test
        void unknownEvent() throws IOException {
            write(frame(new byte[] {99}));
            Hang.forEver();
        }

        @Test
        void emptyFrame() throws IOException {
            write(frame(new byte[0]));
            Hang.forEver();
        }

        @Test
        void eventThatDoesNotEnd() throws IOException {
            byte[] started = ForkEventCodec.encode(new ForkEvent.Text(ForkEvent.Stream.OUT, "text"));
            write(frame(Arrays.copyOf(started, started.length - 1)));
            // it is passed on when the standard output has got to where it might have been written
            System.out.println("next");
            Hang.forEver();
        }

        @Test
        void halfAFrame() throws IOException {
            write(Arrays.copyOf(frame(new byte[1 << 20]), 100));
        }

        @Test
        void forgedExit() throws IOException {
            write(frame(ForkEventCodec.encode(new ForkEvent.Exited(0))));
            Hang.forEver();
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class FirstNeighbourTestCase {

        @Test
        void first() {
            System.out.println("first");
        }

        @Test
        void second() {
            System.out.println("second");
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class SecondNeighbourTestCase {

        @Test
        void third() {
            System.out.println("third");
        }

        @Test
        void fourth() {
            System.out.println("fourth");
        }
    }

    private static byte[] header(int length) {
        return ByteBuffer.allocate(HEADER).putInt(length).array();
    }

    private static byte[] frame(byte[] content) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        Frames.write(frame, Frames.NO_FORK, content);
        return frame.toByteArray();
    }

    private static void write(byte[] bytes) throws IOException {
        try (OutputStream pipe = new FileOutputStream(eventPipe().toFile())) {
            pipe.write(bytes);
        }
    }

    /** The only named pipe that is open for writing. */
    private static Path eventPipe() throws IOException {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors) {
                if (isNamedPipe(descriptor) && isOpenForWriting(descriptor)) {
                    return descriptor;
                }
            }
        }
        throw new AssertionError("no descriptor of this process is the pipe of events");
    }

    private static boolean isNamedPipe(Path descriptor) throws IOException {
        boolean named = Files.readSymbolicLink(descriptor).toString().startsWith("/");
        return named && ((int) Files.getAttribute(descriptor, "unix:mode") & 0170000) == 0010000;
    }

    private static boolean isOpenForWriting(Path descriptor) throws IOException {
        Path facts = Path.of("/proc/self/fdinfo", descriptor.getFileName().toString());
        return Files.readAllLines(facts).stream().anyMatch(line -> line.matches("flags:\\s+\\d*[1256]"));
    }
}
