package org.isolatedmounts.internal.supervisor.laying;

import java.util.HashMap;
import java.util.Map;
import org.isolatedmounts.internal.event.MountUsage;
import org.isolatedmounts.internal.linux.FileSystemStatus;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.supervisor.laying.mount.Descriptors;

/** The declared mounts of a fork by file descriptor: whatever covers them, and after the fork has died, they can be asked. */
public final class LaidMounts implements AutoCloseable {

    private final SystemCalls calls;
    private final Descriptors open;
    private final Map<MountPlan, Integer> descriptors = new HashMap<>();
    private final Map<String, String> throughLinks = new HashMap<>();

    LaidMounts(SystemCalls calls) {
        this.calls = calls;
        this.open = new Descriptors(calls);
    }

    /** What has to stay open as long as the fork lives. */
    Descriptors open() {
        return open;
    }

    /**
     * From now on the descriptor is closed with this, and no longer with the descriptors of its layout.
     *
     * @param mountPoint without symbolic links
     */
    void take(MountPlan plan, int mount, String mountPoint, Descriptors owner) {
        descriptors.put(plan, owner.giveTo(open, mount));
        if (!mountPoint.equals(plan.mountPoint())) {
            throughLinks.put(plan.mountPoint(), mountPoint);
        }
    }

    /** Where declared mount points are if symbolic links lead elsewhere. */
    Map<String, String> throughLinks() {
        return Map.copyOf(throughLinks);
    }

    public MountUsage usage(MountPlan plan) {
        try {
            FileSystemStatus status = calls.fstatfs(descriptors.getOrDefault(plan, -1));
            return new MountUsage(
                    plan.mountPoint(),
                    status.size(),
                    status.free(),
                    status.available(),
                    status.inodes(),
                    status.freeInodes(),
                    "");
        } catch (SystemCallException e) {
            return MountUsage.unknown(plan.mountPoint(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        open.close();
    }
}
