package org.isolatedmounts.internal.supervisor.laying.mount;

import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;
import static org.isolatedmounts.internal.linux.Flags.LOOP_CONFIGURE;
import static org.isolatedmounts.internal.linux.Flags.LOOP_CTL_GET_FREE;
import static org.isolatedmounts.internal.linux.Flags.LO_FLAGS_AUTOCLEAR;
import static org.isolatedmounts.internal.linux.Flags.LO_FLAGS_READ_ONLY;
import static org.isolatedmounts.internal.linux.Flags.O_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.O_RDONLY;
import static org.isolatedmounts.internal.linux.Flags.O_RDWR;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;

/** Takes loop devices (loop(4)), which free themselves when they are used no longer. */
public final class LoopDevices {

    public static final String CONTROL = "/dev/loop-control";

    /** Others take devices, too, between the question and its answer. */
    private static final int ATTEMPTS = 100;

    /** The offsets of {@code struct loop_config} in {@code linux/loop.h}. */
    private static final int SIZE = 304;

    private static final int OFFSET_OF_FLAGS = 60;
    private static final int OFFSET_OF_NAME = 64;
    private static final int LENGTH_OF_NAME = 63;

    private final SystemCalls calls;

    public LoopDevices(SystemCalls calls) {
        this.calls = calls;
    }

    /**
     * A device with the content of a file.
     *
     * @param name for losetup(8)
     * @param open keeps the device until somebody else uses it
     * @return its path
     */
    public String take(int file, boolean readOnly, String name, Descriptors open) {
        int control = calls.openat(AT_FDCWD, CONTROL, O_RDWR | O_CLOEXEC, 0);
        try {
            for (int attempt = 1; ; attempt++) {
                String path = "/dev/loop" + calls.ioctl(control, LOOP_CTL_GET_FREE);
                int device = calls.openat(AT_FDCWD, path, (readOnly ? O_RDONLY : O_RDWR) | O_CLOEXEC, 0);
                try {
                    calls.ioctl(device, LOOP_CONFIGURE, configuration(file, readOnly, name));
                    open.keep(device);
                    return path;
                } catch (SystemCallException e) {
                    calls.close(device);
                    if (!e.is(Errno.EBUSY) || attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        } finally {
            calls.close(control);
        }
    }

    private static byte[] configuration(int file, boolean readOnly, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(SIZE)
                .order(ByteOrder.nativeOrder())
                .putInt(0, file)
                .putInt(OFFSET_OF_FLAGS, LO_FLAGS_AUTOCLEAR | (readOnly ? LO_FLAGS_READ_ONLY : 0))
                .put(OFFSET_OF_NAME, Arrays.copyOf(bytes, Math.min(bytes.length, LENGTH_OF_NAME)))
                .array();
    }
}
