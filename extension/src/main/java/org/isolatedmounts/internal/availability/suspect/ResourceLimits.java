package org.isolatedmounts.internal.availability.suspect;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.isolatedmounts.internal.availability.trial.LayTrial;
import org.isolatedmounts.internal.availability.trial.Layer;

/** setrlimit(2) and the cgroup: too few processes, too little memory or too small files for what a test starts. */
final class ResourceLimits implements Suspect {

    private static final Pattern OF_PROCESSES_MEMORY_OR_FILES =
            Pattern.compile("Max (processes|address space|data size|resident set|file size) +\\d.*");

    @Override
    public Optional<Finding> examine(FailedProbe probe) {
        boolean ofFiles = LayTrial.hasNoRoomForFiles(probe.machine(), probe.result());
        if (!ofFiles && !probe.result().isOutOfResources()) {
            return Optional.empty();
        }
        String limits = probe.machine()
                .read("/proc/self/limits")
                .map(ResourceLimits::ofConcern)
                .filter(lines -> !lines.isEmpty())
                .orElse("/proc/self/limits sets none; a cgroup may (pids.max, memory.max)");
        return Optional.of(new Finding(
                Layer.RESOURCE_LIMIT,
                true,
                limits,
                "raise it: ulimit -u for processes, each thread being one, ulimit -v for address space, ulimit -f for files;"
                        + " in a container"
                        + " docker run --pids-limit and --memory; TasksMax= and MemoryMax= in a systemd service."));
    }

    private static String ofConcern(String limits) {
        return limits.lines()
                .filter(line -> OF_PROCESSES_MEMORY_OR_FILES.matcher(line).matches())
                .map(line -> line.strip().replaceAll(" +", " "))
                .collect(Collectors.joining("\n"));
    }
}
