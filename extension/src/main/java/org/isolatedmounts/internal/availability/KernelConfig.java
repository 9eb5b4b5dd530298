package org.isolatedmounts.internal.availability;

import java.util.Optional;

/** Kernels built without what is needed. */
final class KernelConfig implements Suspect {

    @Override
    public Optional<Finding> examine(FailedProbe probe) {
        if (probe.result().says("unknown filesystem type") || probe.result().says("No such device")) {
            return Optional.of(lacks("CONFIG_TMPFS", "tmpfs is not listed in /proc/filesystems"));
        }
        if (!probe.result().says("Invalid argument")) {
            return Optional.empty();
        }
        if (probe.status().needsUserNamespace() && !probe.machine().exists("/proc/self/ns/user")) {
            return Optional.of(lacks("CONFIG_USER_NS", "there is no /proc/self/ns/user"));
        }
        if (probe.stage() == Stage.PID_NAMESPACE && !probe.machine().exists("/proc/self/ns/pid")) {
            return Optional.of(lacks("CONFIG_PID_NS", "there is no /proc/self/ns/pid"));
        }
        return Optional.empty();
    }

    private static Finding lacks(String option, String evidence) {
        return new Finding(Layer.KERNEL_CONFIG, true, evidence, "boot a kernel that was built with " + option + "=y.");
    }
}
