package org.isolatedmounts.internal.supervisor.laying;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.plan.DiskContent;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;

/** What to do about an error of the kernel whose name alone misleads; empty if it does not. */
final class Hint {

    /** What a user namespace may not set on a mount of the host. */
    private static final Set<String> LOCKED =
            Set.of("exec", "suid", "dev", "symfollow", "relatime", "noatime", "strictatime", "diratime", "nodiratime");

    private static final Set<String> OF_ATTRIBUTES = Set.of("size", "nr_inodes", "mode", "uid", "gid");

    private Hint() {}

    static String after(SystemCallException refusal, MountPlan plan) {
        String hint = plan.tree()
                .match(
                        made -> ofNew(made, refusal),
                        copy -> ofCopy(copy, refusal),
                        file -> "",
                        overlay -> ofOverlay(overlay, refusal),
                        disk -> ofDisk(disk, refusal),
                        mask -> "",
                        absent -> "");
        if (hint.isEmpty() && !plan.options().isEmpty()) {
            hint = ofOptions(plan.options(), refusal);
        }
        return hint.isEmpty() ? after(refusal) : hint;
    }

    /** What says all, so that nobody looks for what the machine forbids. */
    static Optional<String> insteadOf(SystemCallException refusal, MountPlan plan) {
        List<String> locked = plan.options().stream().filter(LOCKED::contains).toList();
        return refusal.is(Errno.EPERM) && refusal.isOf("mount_setattr") && !locked.isEmpty()
                ? Optional.of(
                        "`options` must not be " + String.join(", ", locked).toUpperCase(Locale.ROOT)
                                + " for an ordinary user (EPERM, mount_setattr(2)), as the host has mounted the source with others: the"
                                + " kernel locks how it keeps access times, and noexec, nosuid and nodev if it has them"
                                + " (mount_namespaces(7)). Leave that out, copy with @TmpfsMount(copyOf), or run as root")
                : Optional.empty();
    }

    private static String ofNew(Tree.FileSystem made, SystemCallException refusal) {
        if (!refusal.isOf("fsconfig")) {
            return "";
        }
        String further = OF_ATTRIBUTES.containsAll(made.parameters().keySet())
                ? ""
                : ". What stands in `superOptions` may not be known to this kernel, or not be for an ordinary user: correct"
                        + " it, or leave it out";
        return ". The " + made.type() + " was asked for with " + words(made.parameters()) + "; " + made.type()
                + "(5) has the rules" + further;
    }

    private static String ofCopy(Tree.Copy copy, SystemCallException refusal) {
        if (refusal.isOf("open_tree") && refusal.is(Errno.EINVAL) && !copy.recursive()) {
            return ". Something is mounted below the source, and the user namespace of an ordinary user cannot leave it"
                    + " behind (mount_namespaces(7)): use `recursive = true`";
        }
        return "";
    }

    private static String ofOverlay(Tree.Overlay overlay, SystemCallException refusal) {
        String layers = overlay.lower().stream().map(Source::path).collect(Collectors.joining(", "));
        if (refusal.isOf("fsopen") && refusal.is(Errno.ENODEV)) {
            return ". The kernel has no overlay file system: load it (modprobe overlay)";
        }
        if (refusal.isOf("open_tree") && refusal.is(Errno.EINVAL)) {
            return ". Something is mounted below " + layers
                    + ", and the user namespace of an ordinary user cannot leave it"
                    + " behind (mount_namespaces(7)): overlay a directory without mounts, or run as root";
        }
        if (!refusal.isOf("fsconfig")) {
            return "";
        }
        if (refusal.is(Errno.ELOOP)) {
            return ". Of " + layers + " one lies in another: leave it out";
        }
        if (!overlay.parameters().isEmpty()) {
            return ". `superOptions` " + words(overlay.parameters())
                    + " may not be known to this kernel, not be for an ordinary"
                    + " user, or not fit together with `userxattr`, which an ordinary user's overlays have: correct them, or"
                    + " leave them out";
        }
        return refusal.is(Errno.EINVAL)
                ? ". The kernel does not take " + layers
                        + " as layers: an overlay on an overlay is all that it stacks, and"
                        + " some file systems cannot be overlaid"
                : "";
    }

    private static String ofDisk(Tree.Disk disk, SystemCallException refusal) {
        boolean loop = refusal.isOf("openat", "ioctl")
                && String.valueOf(refusal.getMessage()).contains("/dev/loop");
        if (loop && refusal.is(Errno.EPERM, Errno.EACCES)) {
            return ". A container lets nobody use loop devices unless it is privileged: docker run --privileged";
        }
        if (loop && refusal.is(Errno.ENOENT, Errno.ENXIO, Errno.ENODEV)) {
            return ". There are no loop devices here: load the module (sudo modprobe loop; in a container: docker run"
                    + " --privileged -v /dev:/dev)";
        }
        if (refusal.isOf("fsopen") && refusal.is(Errno.ENODEV)) {
            return ". The kernel has no " + disk.type() + ": load the module (sudo modprobe " + disk.type()
                    + "), or write another type";
        }
        if (refusal.isOf("fsconfig")) {
            return ". The kernel does not take it as " + disk.type() + superOptions(disk) + ": "
                    + (disk.content() instanceof DiskContent.Made
                            ? "it may lack a feature that `mkfsOptions` ask for"
                            : refusal.is(Errno.EROFS)
                                    ? "it was not unmounted and needs a recovery; write superOptions = \"norecovery\", or"
                                            + " readOnly = false"
                                    : "it may be damaged, or be another file system")
                    + "; its log (dmesg) has the reason";
        }
        return refusal.isOf("fchmodat", "fchownat")
                ? ". A file system of type " + disk.type()
                        + " has no permissions and owners: leave `mode` and `owner` out"
                : "";
    }

    private static String superOptions(Tree.Disk disk) {
        return disk.parameters().isEmpty() ? "" : ", or not with `superOptions` " + words(disk.parameters());
    }

    private static String words(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + (each.getValue().isEmpty() ? "" : "=" + each.getValue()))
                .collect(Collectors.joining("\", \"", "{\"", "\"}"));
    }

    private static String ofOptions(List<String> options, SystemCallException refusal) {
        return refusal.is(Errno.EINVAL) && refusal.isOf("mount_setattr", "fsmount") && options.contains("nosymfollow")
                ? ". NOSYMFOLLOW in `options` needs Linux 5.14"
                : "";
    }

    static String after(SystemCallException refusal) {
        if (refusal.is(Errno.ENOSYS)) {
            return ". Linux 5.12 or later is needed, and a container's seccomp filter must let the call pass";
        }
        if (refusal.is(Errno.ENOSPC)) {
            return ". A mount namespace holds at most /proc/sys/fs/mount-max mounts";
        }
        if (refusal.is(Errno.EINVAL) && refusal.isOf("pivot_root")) {
            return ". A directory in / can only be made if / is the root of a mount, which is not so in a chroot(2)"
                    + " and in an initial ramdisk: make the directory on the host";
        }
        if (refusal.is(Errno.EACCES) && refusal.isOf("openat")) {
            return ". If a mount point is missing, the entries of the directory in which it is made are bound into a"
                    + " copy, so that directory must be readable: make it so, or make the mount point on the host";
        }
        if (refusal.is(Errno.EPERM)) {
            return ". The kernel, a security module (AppArmor, SELinux) or the container's seccomp filter forbids it";
        }
        return "";
    }
}
