package org.isolatedmounts.internal.linux.mountinfo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.Flags;
import org.isolatedmounts.internal.linux.PathBytes;
import org.isolatedmounts.mountinfo.MountSystemCalls;

/** An open mountinfo file, and beside it an eventfd(2) with which a waiting thread is woken. */
final class PolledMountInfo implements MountSystemCalls.PolledFile {

    private static final short POLLIN = 1;
    private static final short POLLPRI = 2;
    private static final int EFD_NONBLOCK = 0x800;
    private static final int BUFFER_SIZE = 1 << 16;

    /** The layout of {@code struct pollfd}. */
    private static final int POLLFD_SIZE = 8;

    private static final int EVENTS = 4;
    private static final int RETURNED_EVENTS = 6;

    private final MountLibC libC;
    private final Runtime runtime;
    private final int file;
    private final int event;
    private final Pointer pollfds;

    private PolledMountInfo(MountLibC libC, Runtime runtime, int file, int event) {
        this.libC = libC;
        this.runtime = runtime;
        this.file = file;
        this.event = event;
        this.pollfds = Memory.allocateDirect(runtime, 2 * POLLFD_SIZE, true);
        pollfds.putInt(0, file);
        pollfds.putShort(EVENTS, POLLPRI);
        pollfds.putInt(POLLFD_SIZE, event);
        pollfds.putShort(POLLFD_SIZE + EVENTS, POLLIN);
    }

    static PolledMountInfo open(MountLibC libC, Runtime runtime, String name) throws IOException {
        int file = libC.open(PathBytes.encode(name), Flags.O_RDONLY | Flags.O_CLOEXEC);
        if (file < 0) {
            throw failed("open(\"" + name + "\")", runtime);
        }
        int event = libC.eventfd(0, Flags.O_CLOEXEC | EFD_NONBLOCK);
        if (event < 0) {
            IOException failure = failed("eventfd()", runtime);
            libC.close(file);
            throw failure;
        }
        return new PolledMountInfo(libC, runtime, file, event);
    }

    @Override
    public boolean await(int milliseconds) throws IOException {
        int ready = libC.poll(pollfds, 2, milliseconds);
        if (ready >= 0) {
            return ready > 0 && (pollfds.getShort(RETURNED_EVENTS) & POLLPRI) != 0;
        }
        if (runtime.getLastError() == Errno.EINTR) {
            return false;
        }
        throw failed("poll()", runtime);
    }

    @Override
    public void wake() {
        byte[] one = new byte[Long.BYTES];
        ByteBuffer.wrap(one).order(ByteOrder.nativeOrder()).putLong(0, 1);
        libC.write(event, one, one.length);
    }

    @Override
    public byte[] read() throws IOException {
        if (libC.lseek(file, 0, 0) < 0) {
            throw failed("lseek()", runtime);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream(BUFFER_SIZE);
        byte[] buffer = new byte[BUFFER_SIZE];
        long size;
        do {
            size = libC.read(file, buffer, buffer.length);
            if (size < 0) {
                throw failed("read()", runtime);
            }
            content.write(buffer, 0, (int) size);
        } while (size > 0);
        return content.toByteArray();
    }

    @Override
    public void close() throws IOException {
        int closed = libC.close(file) | libC.close(event);
        if (closed < 0) {
            throw failed("close()", runtime);
        }
    }

    private static IOException failed(String call, Runtime runtime) {
        return new IOException(call + ": " + Errno.name(runtime.getLastError()));
    }
}
