package org.isolatedmounts.internal.availability.suspect;

import java.util.Map;
import java.util.Optional;
import org.isolatedmounts.internal.availability.trial.Layer;
import org.isolatedmounts.internal.availability.trial.Stage;

/** Kernels built without what is needed. */
final class KernelConfig implements Suspect {

    private record Option(String fileSystem, String name) {}

    private static final Map<Stage, Option> FILE_SYSTEMS = Map.of(
            Stage.TMPFS, new Option("tmpfs", "CONFIG_TMPFS"),
            Stage.OVERLAY, new Option("overlay", "CONFIG_OVERLAY_FS"),
            Stage.LOOP, new Option("ext4", "CONFIG_EXT4_FS"));

    @Override
    public Optional<Finding> examine(FailedProbe probe) {
        if (probe.result().says("unknown filesystem type") || probe.result().says("No such device")) {
            return fileSystem(probe);
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

    /** A file system may also be a module that root has to load: a user namespace is not enough for that. */
    private static Optional<Finding> fileSystem(FailedProbe probe) {
        return Optional.ofNullable(FILE_SYSTEMS.get(probe.stage()))
                .filter(option -> !isListed(probe, option.fileSystem()))
                .map(option -> new Finding(
                        Layer.KERNEL_CONFIG,
                        true,
                        option.fileSystem() + " is not listed in /proc/filesystems",
                        probe.container().onHost() + "sudo modprobe " + option.fileSystem()
                                + ", or boot a kernel that was built with " + option.name() + "=y."));
    }

    private static boolean isListed(FailedProbe probe, String fileSystem) {
        return probe.machine()
                .read("/proc/filesystems")
                .orElse("")
                .lines()
                .anyMatch(line -> line.strip().replaceFirst("^nodev\\s+", "").equals(fileSystem));
    }

    private static Finding lacks(String option, String evidence) {
        return new Finding(Layer.KERNEL_CONFIG, true, evidence, "boot a kernel that was built with " + option + "=y.");
    }
}
