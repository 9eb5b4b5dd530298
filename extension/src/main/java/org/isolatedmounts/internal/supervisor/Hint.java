package org.isolatedmounts.internal.supervisor;

import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.plan.BindPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.TmpfsPlan;

/** What to do about an error of the kernel, where its name alone misleads; empty where it does not. */
final class Hint {

    private Hint() {}

    static String after(SystemCallException refusal, MountPlan plan) {
        if (plan instanceof BindPlan bind && refusal.isOf("open_tree") && refusal.is(Errno.EINVAL)) {
            return bind.recursive()
                    ? ""
                    : ". Something is mounted below the source, and the user namespace of an ordinary user cannot leave it"
                            + " behind (mount_namespaces(7)): use `recursive = true`";
        }
        if (plan instanceof TmpfsPlan tmpfs && refusal.isOf("fsconfig")) {
            return ". The tmpfs was asked for with `size` " + tmpfs.size() + ", `inodes` " + tmpfs.inodes()
                    + ", `mode` " + tmpfs.mode() + "; tmpfs(5) has the rules";
        }
        return after(refusal);
    }

    static String after(SystemCallException refusal) {
        if (refusal.is(Errno.ENOSYS)) {
            return ". Linux 5.12 or later is needed, and a container's seccomp filter must let the call pass";
        }
        if (refusal.is(Errno.ENOSPC) && refusal.isOf("mkdirat", "openat")) {
            return ". A tmpfs has no inode left for a mount point: raise its `inodes`";
        }
        if (refusal.is(Errno.ENOSPC)) {
            return ". A mount namespace holds at most /proc/sys/fs/mount-max mounts";
        }
        if (refusal.is(Errno.EINVAL) && refusal.isOf("pivot_root")) {
            return ". A directory in / can only be made where / is the root of a mount, which is not so in a chroot(2)"
                    + " and in an initial ramdisk: make the directory on the host";
        }
        if (refusal.is(Errno.EACCES) && refusal.isOf("openat")) {
            return ". Where a mount point is missing, the entries of the directory in which it is made are bound into a"
                    + " copy, so that directory must be readable: make it so, or make the mount point on the host";
        }
        if (refusal.is(Errno.EPERM)) {
            return ". The kernel, a security module (AppArmor, SELinux) or the container's seccomp filter forbids it";
        }
        return "";
    }
}
