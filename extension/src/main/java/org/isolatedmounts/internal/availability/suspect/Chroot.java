package org.isolatedmounts.internal.availability.suspect;

import java.util.Optional;
import org.isolatedmounts.internal.availability.trial.Layer;

/** The kernel makes no user namespace in a chroot, and a root directory that is no mount point has no propagation. */
final class Chroot implements Suspect {

    @Override
    public Optional<Finding> examine(FailedProbe probe) {
        boolean like = probe.denied() || probe.result().says("Invalid argument");
        return like
                ? probe.machine()
                        .read("/proc/self/mountinfo")
                        .filter(table -> table.lines().noneMatch(Chroot::isRoot))
                        .map(table -> new Finding(
                                Layer.CHROOT,
                                true,
                                "/proc/self/mountinfo lists no mount at /: the root directory is not that of the mount"
                                        + " namespace",
                                "enter the directory by pivot_root instead of chroot: systemd-nspawn -D <directory>, bwrap"
                                        + " --dev-bind <directory> /, or a container; or run the tests outside of it."))
                : Optional.empty();
    }

    private static boolean isRoot(String line) {
        String[] fields = line.split(" ", -1);
        return fields.length > 4 && fields[4].equals("/");
    }
}
