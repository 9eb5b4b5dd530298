package org.isolatedmounts.internal.linux;

import jnr.ffi.annotations.In;
import jnr.ffi.annotations.Out;
import org.jspecify.annotations.Nullable;

/**
 * The C library, as jnr-ffi binds it; public only because jnr-ffi implements it from another class loader. The methods whose names begin with {@link #SYSCALL} all are syscall(2), their first
 * argument is the number: glibc got wrappers for these calls with 2.36, or never.
 */
public interface LibC {

    String SYSCALL = "syscall_";

    int unshare(int flags);

    int setns(int namespace, int type);

    int umask(int mask);

    int kill(int process, int signal);

    int openat(int directory, @In byte[] path, int flags, int mode);

    int close(int descriptor);

    int ioctl(int descriptor, long request);

    int ioctl(int descriptor, long request, @In byte[] argument);

    long read(int descriptor, @Out byte[] buffer, long size);

    long write(int descriptor, @In byte[] buffer, long size);

    int statx(int directory, @In byte[] path, int flags, int mask, @Out byte[] status);

    int fstatfs(int descriptor, @Out byte[] status);

    int faccessat(int directory, @In byte[] path, int accessMode, int flags);

    long readlinkat(int directory, @In byte[] path, @Out byte[] buffer, long size);

    int unlinkat(int directory, @In byte[] path, int flags);

    int fallocate(int descriptor, int mode, long offset, long length);

    int symlinkat(@In byte[] target, int directory, @In byte[] path);

    int mkdirat(int directory, @In byte[] path, int mode);

    int mkfifoat(int directory, @In byte[] path, int mode);

    int mknodat(int directory, @In byte[] path, int mode, long device);

    long sendfile(int to, int from, @In byte @Nullable [] offset, long size);

    int ftruncate(int descriptor, long length);

    int fchmodat(int directory, @In byte[] path, int mode, int flags);

    int fchownat(int directory, @In byte[] path, int user, int group, int flags);

    int fchdir(int directory);

    int chroot(@In byte[] directory);

    int umount2(@In byte[] mountPoint, int flags);

    long syscall_getdents64(long number, long directory, @Out byte[] buffer, long size);

    long syscall_pivot_root(long number, @In byte[] newRoot, @In byte[] putOld);

    long syscall_open_tree(long number, long directory, @In byte[] path, long flags);

    long syscall_move_mount(
            long number, long fromDirectory, @In byte[] from, long toDirectory, @In byte[] to, long flags);

    long syscall_fsopen(long number, @In byte[] filesystem, long flags);

    long syscall_fsconfig(
            long number, long context, long command, @In byte @Nullable [] key, @In byte @Nullable [] value, long aux);

    long syscall_fsmount(long number, long context, long flags, long attributes);

    long syscall_fspick(long number, long directory, @In byte[] path, long flags);

    long syscall_mount_setattr(
            long number, long directory, @In byte[] path, long flags, @In byte[] attributes, long size);
}
