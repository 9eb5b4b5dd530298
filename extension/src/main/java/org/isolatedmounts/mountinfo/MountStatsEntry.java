package org.isolatedmounts.mountinfo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One mount as {@code /proc/<pid>/mountstats} lists it; see proc_pid_mountstats(5). Octal escapes are resolved.
 *
 * @param device the name of the mounted device; absent if the filesystem has none, and may be empty
 * @param mountPoint absolute, relative to the root directory of the process
 * @param fileSystemType such as {@code ext4}
 * @param statistics what the filesystem tells beyond that, as the kernel wrote it, newlines included; empty for all but
 *     NFS
 * @param nfs what that says where it is from NFS
 */
public record MountStatsEntry(
        Optional<String> device,
        String mountPoint,
        String fileSystemType,
        String statistics,
        Optional<NfsStatistics> nfs) {

    /**
     * Makes an entry.
     *
     * @throws NullPointerException if an argument is null
     */
    public MountStatsEntry {
        requireNonNull(device, "device");
        requireNonNull(mountPoint, "mountPoint");
        requireNonNull(fileSystemType, "fileSystemType");
        requireNonNull(statistics, "statistics");
        requireNonNull(nfs, "nfs");
    }

    /**
     * Reads the statistics of the mounts of this process, {@code /proc/self/mountstats}; threads have no such file.
     *
     * @return the mounts in the kernel's order
     * @throws IOException if {@code /proc} cannot be read; always on systems other than Linux
     */
    public static List<MountStatsEntry> ofSelf() throws IOException {
        return read(Path.of("/proc/self/mountstats"));
    }

    /**
     * Reads the statistics of the mounts of another process, {@code /proc/<pid>/mountstats}.
     *
     * @param pid the process id, in the pid namespace of {@code /proc}
     * @return the mounts in the kernel's order
     * @throws IOException if there is no such process, or it cannot be read: only its owner and root may
     */
    public static List<MountStatsEntry> ofProcess(long pid) throws IOException {
        return read(Path.of("/proc/" + pid + "/mountstats"));
    }

    /**
     * Reads statistics from a file.
     *
     * @param file a file in the format of proc_pid_mountstats(5)
     * @return the mounts in their order
     * @throws IOException if the file cannot be read
     * @throws MalformedMountInfoException if the content is not what proc_pid_mountstats(5) describes
     */
    public static List<MountStatsEntry> read(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    /**
     * Reads statistics from the kernel's bytes.
     *
     * @param bytes in the format of proc_pid_mountstats(5)
     * @return the mounts in their order
     * @throws MalformedMountInfoException if the bytes are not what proc_pid_mountstats(5) describes
     */
    public static List<MountStatsEntry> parse(byte[] bytes) {
        return new MountStatsParser(bytes).parse();
    }
}
