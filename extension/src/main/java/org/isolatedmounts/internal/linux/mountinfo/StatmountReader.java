package org.isolatedmounts.internal.linux.mountinfo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.mountinfo.MountEntry;

/** Lists mounts with listmount(2) and asks for each with statmount(2). */
final class StatmountReader {

    private static final long STATMOUNT = 457;
    private static final long LISTMOUNT = 458;

    /** The layout of {@code struct mnt_id_req}, in its first version. */
    private static final int REQUEST_SIZE = 24;

    private static final int MOUNT_ID = 8;
    private static final int PARAMETER = 16;
    private static final long LSMT_ROOT = -1;

    private static final int IDS_AT_ONCE = 512;

    private final MountLibC libC;
    private final Runtime runtime;
    private final Pointer request;
    private Pointer buffer;

    StatmountReader(MountLibC libC, Runtime runtime) {
        this.libC = libC;
        this.runtime = runtime;
        this.request = Memory.allocateDirect(runtime, REQUEST_SIZE, true);
        this.buffer = Memory.allocateDirect(runtime, 1 << 14);
        request.putInt(0, REQUEST_SIZE);
    }

    List<MountEntry> read() throws IOException {
        List<MountEntry> mounts = new ArrayList<>();
        boolean sources = false;
        for (long id : list()) {
            Optional<StatmountBuffer> status = stat(id);
            if (status.isPresent()) {
                mounts.add(status.get().entry());
                sources |= status.get().hasSource();
            }
        }
        if (!sources && !mounts.isEmpty()) {
            throw new IOException(
                    "statmount() of this kernel does not tell the sources of mounts; Linux 6.13 or later does");
        }
        return List.copyOf(mounts);
    }

    private List<Long> list() throws IOException {
        List<Long> ids = new ArrayList<>();
        Pointer chunk = Memory.allocateDirect(runtime, IDS_AT_ONCE * Long.BYTES);
        request.putLong(MOUNT_ID, LSMT_ROOT);
        long count;
        do {
            request.putLong(PARAMETER, ids.isEmpty() ? 0 : ids.get(ids.size() - 1));
            count = libC.syscall(LISTMOUNT, request, chunk, IDS_AT_ONCE, 0);
            if (count < 0) {
                throw failed("listmount()");
            }
            for (int i = 0; i < count; i++) {
                ids.add(chunk.getLong((long) i * Long.BYTES));
            }
        } while (count == IDS_AT_ONCE);
        return ids;
    }

    /** Empty for a mount that is gone meanwhile. */
    private Optional<StatmountBuffer> stat(long id) throws IOException {
        request.putLong(MOUNT_ID, id);
        request.putLong(PARAMETER, StatmountBuffer.MASK);
        while (libC.syscall(STATMOUNT, request, buffer, buffer.size(), 0) < 0) {
            switch (runtime.getLastError()) {
                case Errno.EOVERFLOW -> buffer = Memory.allocateDirect(runtime, 2 * (int) buffer.size());
                case Errno.ENOENT -> {
                    return Optional.empty();
                }
                default -> throw failed("statmount()");
            }
        }
        return Optional.of(new StatmountBuffer(buffer));
    }

    private IOException failed(String call) {
        int errno = runtime.getLastError();
        String hint = switch (errno) {
            case Errno.ENOSYS -> "; Linux 6.8 or later has it, this kernel is " + System.getProperty("os.version");
            case Errno.EPERM -> "; a seccomp filter, such as that of a container, may deny it";
            default -> "";
        };
        return new IOException(call + ": " + Errno.name(errno) + hint);
    }
}
