package org.isolatedmounts.internal.linux;

import java.util.List;
import java.util.Optional;

/**
 * The system calls that lay mounts, under their names in section 2 of the manual; the flags are those of {@link Flags}.
 *
 * <p>Paths are relative to the directory of a file descriptor, or to the calling thread's working directory if that is
 * {@link Flags#AT_FDCWD}. Names that are no valid UTF-8 survive a round trip, see {@link PathBytes}. Whatever fails
 * throws a {@link SystemCallException}.
 */
public interface SystemCalls {

    void unshare(int flags);

    void setns(int namespace, int type);

    void umask(int mask);

    void kill(long process, int signal);

    int openat(int directory, String path, int flags, int mode);

    void close(int descriptor);

    /** A request without an argument; gives a result, such as a file descriptor. */
    int ioctl(int descriptor, long request);

    void ioctl(int descriptor, long request, byte[] argument);

    /** At most {@code limit} bytes, none at the end of the file. */
    byte[] read(int descriptor, int limit);

    /** All of them. */
    void write(int descriptor, byte[] bytes);

    /** What getdents64(2) tells of the rest of a directory, without {@code .} and {@code ..}. */
    List<DirectoryEntry> getdents(int directory);

    FileStatus statx(int directory, String path, int flags);

    /** Empty if there is no such file ({@code ENOENT}). */
    Optional<FileStatus> find(int directory, String path, int flags);

    /** Of the filesystem that a file descriptor, {@code O_PATH} included, is on. */
    FileSystemStatus fstatfs(int descriptor);

    /** Whether the real user could access the file, with the capabilities that it would have after an exec. */
    void faccessat(int directory, String path, int accessMode);

    String readlinkat(int directory, String path);

    void unlinkat(int directory, String path, int flags);

    /** Mode 0: takes the room for {@code length} bytes, which the file has then. */
    void fallocate(int descriptor, long offset, long length);

    void symlinkat(String target, int directory, String path);

    void mkdirat(int directory, String path, int mode);

    void mkfifoat(int directory, String path, int mode);

    /** The device of number 0, which is none. */
    void mknodat(int directory, String path, int mode);

    void ftruncate(int descriptor, long length);

    /** Appends what is left to read of one file to what was written to another one. */
    void copyFile(int from, int to);

    void fchmodat(int directory, String path, int mode);

    /** An id of -1 stays as it is. */
    void fchownat(int directory, String path, int user, int group, int flags);

    void fchdir(int directory);

    void chroot(String directory);

    void pivotRoot(String newRoot, String putOld);

    void umount2(String mountPoint, int flags);

    int openTree(int directory, String path, int flags);

    void moveMount(int fromDirectory, String from, int toDirectory, String to, int flags);

    int fsopen(String filesystem, int flags);

    /** {@code FSCONFIG_SET_STRING}. */
    void fsconfigString(int context, String key, String value);

    /** {@code FSCONFIG_SET_FLAG}. */
    void fsconfigFlag(int context, String key);

    /** {@code FSCONFIG_CMD_CREATE}. */
    void fsconfigCreate(int context);

    /** {@code FSCONFIG_CMD_RECONFIGURE}. */
    void fsconfigReconfigure(int context);

    int fspick(int directory, String path, int flags);

    int fsmount(int context, int flags, int attributes);

    /** Leaves the propagation type if {@code propagation} is 0. */
    void mountSetattr(int directory, String path, int flags, long set, long clear, long propagation);
}
