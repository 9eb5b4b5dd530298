package org.isolatedmounts.internal.supervisor;

import java.util.List;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.supervisor.laying.LaidLayout;
import org.isolatedmounts.internal.supervisor.laying.LayoutRefusedException;

/** Whether the JVM of a fork sees from inside what was laid from outside; asked before it loads any code of the test. */
final class Proof {

    private Proof() {}

    /** @param hostMounts what the host mounts and unmounts meanwhile may arrive */
    static ForkEvent.Connected check(ForkEvent first, LaidLayout laid, PropagationType hostMounts)
            throws LayoutRefusedException {
        if (!(first instanceof ForkEvent.Connected jvm)) {
            throw new LayoutRefusedException("@IsolatedMounts: the forked JVM said first " + first
                    + ", instead of which mounts it sees; nothing of the test was run.");
        }
        if (!jvm.mountNamespace().equals(laid.namespace())) {
            throw new LayoutRefusedException(
                    "@IsolatedMounts: the forked JVM is in the mount namespace " + jvm.mountNamespace()
                            + ", but its layout is laid in " + laid.namespace() + "; nothing of the test was run.");
        }
        List<String> expected = mounts(laid.mountInfo(), hostMounts);
        List<String> seen = mounts(jvm.mountInfo(), hostMounts);
        if (!seen.equals(expected)) {
            throw new LayoutRefusedException(
                    "@IsolatedMounts: the forked JVM sees other mounts than were laid for it, as id"
                            + " and mount point: " + difference(expected, seen) + "; nothing of the test was run.");
        }
        return jvm;
    }

    /** Each by its id and its mount point, see proc_pid_mountinfo(5); the rest may change with its filesystem. */
    private static List<String> mounts(String mountInfo, PropagationType hostMounts) {
        return mountInfo
                .lines()
                .filter(line -> !hostMounts.isSlave() || !line.contains(" master:"))
                .map(line -> line.split(" ", 6))
                .map(fields -> fields.length < 6 ? "" : fields[0] + " " + fields[4])
                .toList();
    }

    private static String difference(List<String> expected, List<String> seen) {
        List<String> missing =
                expected.stream().filter(mount -> !seen.contains(mount)).toList();
        List<String> added =
                seen.stream().filter(mount -> !expected.contains(mount)).toList();
        return "it lacks " + missing + " and has besides " + added;
    }
}
