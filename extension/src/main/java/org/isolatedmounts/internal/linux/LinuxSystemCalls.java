package org.isolatedmounts.internal.linux;

import static org.isolatedmounts.internal.linux.PathBytes.encode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Runtime;

/**
 * The system calls of the running kernel. Loads the C library when it is constructed.
 *
 * <p>The JVM must have been started with {@code -Djnr.ffi.x86asm.enabled=false}: jnr-ffi's own stubs for x86-64 pass
 * garbage as the sixth integer argument.
 */
public final class LinuxSystemCalls implements SystemCalls {

    private static final int PATH_MAX = 4096;
    private static final long CHUNK = 1 << 30;
    private static final long FSCONFIG_SET_FLAG = 0;
    private static final long FSCONFIG_SET_STRING = 1;
    private static final long FSCONFIG_CMD_CREATE = 6;
    private static final long FSCONFIG_CMD_RECONFIGURE = 7;

    private final LibC libC = LibraryLoader.create(LibC.class)
            .failImmediately()
            .mapper((name, context) -> name.startsWith(LibC.SYSCALL) ? "syscall" : name)
            .load("c");
    private final Runtime runtime = Runtime.getRuntime(libC);
    private final SystemCallNumbers numbers = SystemCallNumbers.ofThisMachine();

    @Override
    public void unshare(int flags) {
        check(libC.unshare(flags), "unshare", hex(flags));
    }

    @Override
    public void setns(int namespace, int type) {
        check(libC.setns(namespace, type), "setns", namespace, hex(type));
    }

    @Override
    public void umask(int mask) {
        check(libC.umask(mask), "umask", mask);
    }

    @Override
    public void kill(long process, int signal) {
        check(libC.kill((int) process, signal), "kill", process, signal);
    }

    @Override
    public int openat(int directory, String path, int flags, int mode) {
        return (int) check(libC.openat(directory, encode(path), flags, mode), "openat", directory, path, hex(flags));
    }

    @Override
    public void close(int descriptor) {
        check(libC.close(descriptor), "close", descriptor);
    }

    @Override
    public int ioctl(int descriptor, long request) {
        return (int) check(libC.ioctl(descriptor, request), "ioctl", descriptor, hex(request));
    }

    @Override
    public void ioctl(int descriptor, long request, byte[] argument) {
        check(libC.ioctl(descriptor, request, argument), "ioctl", descriptor, hex(request));
    }

    @Override
    public void ftruncate(int descriptor, long length) {
        check(libC.ftruncate(descriptor, length), "ftruncate", descriptor, length);
    }

    @Override
    public void copyFile(int from, int to) {
        long copied;
        do {
            copied = check(libC.sendfile(to, from, null, CHUNK), "sendfile", to, from);
        } while (copied > 0);
    }

    @Override
    public void fchmodat(int directory, String path, int mode) {
        check(libC.fchmodat(directory, encode(path), mode, 0), "fchmodat", directory, path, mode);
    }

    @Override
    public byte[] read(int descriptor, int limit) {
        byte[] buffer = new byte[limit];
        return Arrays.copyOf(buffer, (int) check(libC.read(descriptor, buffer, limit), "read", descriptor));
    }

    @Override
    public List<DirectoryEntry> getdents(int directory) {
        List<DirectoryEntry> entries = new ArrayList<>();
        byte[] buffer = new byte[1 << 15];
        int size;
        do {
            size = (int) check(
                    libC.syscall_getdents64(numbers.getdents64(), directory, buffer, buffer.length),
                    "getdents64",
                    directory);
            DirentBuffer.parse(buffer, size, entries);
        } while (size > 0);
        return entries;
    }

    @Override
    public FileStatus statx(int directory, String path, int flags) {
        byte[] buffer = new byte[StatxBuffer.SIZE];
        check(statx(directory, path, flags, buffer), "statx", directory, path);
        return StatxBuffer.parse(buffer);
    }

    @Override
    public Optional<FileStatus> find(int directory, String path, int flags) {
        byte[] buffer = new byte[StatxBuffer.SIZE];
        int result = statx(directory, path, flags, buffer);
        if (result < 0 && runtime.getLastError() == Errno.ENOENT) {
            return Optional.empty();
        }
        check(result, "statx", directory, path);
        return Optional.of(StatxBuffer.parse(buffer));
    }

    private int statx(int directory, String path, int flags, byte[] buffer) {
        return libC.statx(directory, encode(path), flags, StatxBuffer.MASK, buffer);
    }

    @Override
    public FileSystemStatus fstatfs(int descriptor) {
        byte[] buffer = new byte[StatfsBuffer.SIZE];
        check(libC.fstatfs(descriptor, buffer), "fstatfs", descriptor);
        return StatfsBuffer.parse(buffer);
    }

    @Override
    public void faccessat(int directory, String path, int accessMode) {
        check(libC.faccessat(directory, encode(path), accessMode, 0), "faccessat", directory, path, accessMode);
    }

    @Override
    public void write(int descriptor, byte[] bytes) {
        byte[] rest = bytes;
        while (rest.length > 0) {
            int written = (int) check(libC.write(descriptor, rest, rest.length), "write", descriptor, rest.length);
            rest = Arrays.copyOfRange(rest, written, rest.length);
        }
    }

    @Override
    public void unlinkat(int directory, String path, int flags) {
        check(libC.unlinkat(directory, encode(path), flags), "unlinkat", directory, path, hex(flags));
    }

    @Override
    public void fallocate(int descriptor, long offset, long length) {
        check(libC.fallocate(descriptor, 0, offset, length), "fallocate", descriptor, offset, length);
    }

    @Override
    public String readlinkat(int directory, String path) {
        byte[] target = new byte[PATH_MAX];
        long length =
                check(libC.readlinkat(directory, encode(path), target, target.length), "readlinkat", directory, path);
        return PathBytes.decode(target, 0, (int) length);
    }

    @Override
    public void symlinkat(String target, int directory, String path) {
        check(libC.symlinkat(encode(target), directory, encode(path)), "symlinkat", target, directory, path);
    }

    @Override
    public void mkdirat(int directory, String path, int mode) {
        check(libC.mkdirat(directory, encode(path), mode), "mkdirat", directory, path);
    }

    @Override
    public void mkfifoat(int directory, String path, int mode) {
        check(libC.mkfifoat(directory, encode(path), mode), "mkfifoat", directory, path);
    }

    @Override
    public void mknodat(int directory, String path, int mode) {
        check(libC.mknodat(directory, encode(path), mode, 0), "mknodat", directory, path);
    }

    @Override
    public void fchownat(int directory, String path, int user, int group, int flags) {
        check(libC.fchownat(directory, encode(path), user, group, flags), "fchownat", directory, path, user, group);
    }

    @Override
    public void fchdir(int directory) {
        check(libC.fchdir(directory), "fchdir", directory);
    }

    @Override
    public void chroot(String directory) {
        check(libC.chroot(encode(directory)), "chroot", directory);
    }

    @Override
    public void pivotRoot(String newRoot, String putOld) {
        check(
                libC.syscall_pivot_root(numbers.pivotRoot(), encode(newRoot), encode(putOld)),
                "pivot_root",
                newRoot,
                putOld);
    }

    @Override
    public void umount2(String mountPoint, int flags) {
        check(libC.umount2(encode(mountPoint), flags), "umount2", mountPoint, hex(flags));
    }

    @Override
    public int openTree(int directory, String path, int flags) {
        return (int) check(
                libC.syscall_open_tree(SystemCallNumbers.OPEN_TREE, directory, encode(path), flags),
                "open_tree",
                directory,
                path,
                hex(flags));
    }

    @Override
    public void moveMount(int fromDirectory, String from, int toDirectory, String to, int flags) {
        check(
                libC.syscall_move_mount(
                        SystemCallNumbers.MOVE_MOUNT, fromDirectory, encode(from), toDirectory, encode(to), flags),
                "move_mount",
                fromDirectory,
                from,
                toDirectory,
                to);
    }

    @Override
    public int fsopen(String filesystem, int flags) {
        return (int)
                check(libC.syscall_fsopen(SystemCallNumbers.FSOPEN, encode(filesystem), flags), "fsopen", filesystem);
    }

    @Override
    public void fsconfigString(int context, String key, String value) {
        check(
                libC.syscall_fsconfig(
                        SystemCallNumbers.FSCONFIG, context, FSCONFIG_SET_STRING, encode(key), encode(value), 0),
                "fsconfig",
                context,
                key + "=" + value);
    }

    @Override
    public void fsconfigFlag(int context, String key) {
        check(
                libC.syscall_fsconfig(SystemCallNumbers.FSCONFIG, context, FSCONFIG_SET_FLAG, encode(key), null, 0),
                "fsconfig",
                context,
                key);
    }

    @Override
    public void fsconfigCreate(int context) {
        check(
                libC.syscall_fsconfig(SystemCallNumbers.FSCONFIG, context, FSCONFIG_CMD_CREATE, null, null, 0),
                "fsconfig",
                context,
                "create");
    }

    @Override
    public void fsconfigReconfigure(int context) {
        check(
                libC.syscall_fsconfig(SystemCallNumbers.FSCONFIG, context, FSCONFIG_CMD_RECONFIGURE, null, null, 0),
                "fsconfig",
                context,
                "reconfigure");
    }

    @Override
    public int fspick(int directory, String path, int flags) {
        return (int) check(
                libC.syscall_fspick(SystemCallNumbers.FSPICK, directory, encode(path), flags),
                "fspick",
                directory,
                path,
                hex(flags));
    }

    @Override
    public int fsmount(int context, int flags, int attributes) {
        return (int) check(
                libC.syscall_fsmount(SystemCallNumbers.FSMOUNT, context, flags, attributes),
                "fsmount",
                context,
                hex(attributes));
    }

    @Override
    public void mountSetattr(int directory, String path, int flags, long set, long clear, long propagation) {
        byte[] structure = new byte[4 * Long.BYTES];
        ByteBuffer.wrap(structure)
                .order(ByteOrder.nativeOrder())
                .putLong(0, set)
                .putLong(Long.BYTES, clear)
                .putLong(2 * Long.BYTES, propagation);
        check(
                libC.syscall_mount_setattr(
                        SystemCallNumbers.MOUNT_SETATTR, directory, encode(path), flags, structure, structure.length),
                "mount_setattr",
                directory,
                path,
                hex(set),
                hex(clear),
                hex(propagation));
    }

    private long check(long result, String operation, Object... operands) {
        if (result < 0) {
            throw new SystemCallException(operation + CallText.operands(operands), runtime.getLastError());
        }
        return result;
    }

    private static CallText.Hex hex(long flags) {
        return new CallText.Hex(flags);
    }
}
