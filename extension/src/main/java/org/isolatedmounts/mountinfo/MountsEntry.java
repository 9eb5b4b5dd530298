package org.isolatedmounts.mountinfo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One mount as {@code /proc/<pid>/mounts} lists it, in the format of fstab(5), octal escapes resolved. It tells less than
 * {@link MountEntry}: neither ids nor propagation, and the options of the mount and of its filesystem in one list.
 *
 * @param source such as {@code /dev/sda1} or {@code tmpfs}; may be empty
 * @param mountPoint absolute, relative to the root directory of the process
 * @param fileSystemType such as {@code tmpfs}
 * @param options of the mount and of its filesystem
 * @param dumpFrequency for dump(8); the kernel always writes 0
 * @param passNumber for fsck(8); the kernel always writes 0
 */
public record MountsEntry(
        String source,
        String mountPoint,
        String fileSystemType,
        List<String> options,
        int dumpFrequency,
        int passNumber) {

    /**
     * Makes an entry.
     *
     * @throws NullPointerException if an argument or an option is null
     */
    public MountsEntry {
        requireNonNull(source, "source");
        requireNonNull(mountPoint, "mountPoint");
        requireNonNull(fileSystemType, "fileSystemType");
        options = List.copyOf(options);
    }

    /**
     * Reads the mounts of the calling thread, {@code /proc/thread-self/mounts}.
     *
     * @return the mounts in the kernel's order
     * @throws IOException if {@code /proc} cannot be read; always on systems other than Linux
     */
    public static List<MountsEntry> ofSelf() throws IOException {
        return read(Path.of("/proc/thread-self/mounts"));
    }

    /**
     * Reads the mounts of another process, {@code /proc/<pid>/mounts}.
     *
     * @param pid the process id, in the pid namespace of {@code /proc}
     * @return the mounts in the kernel's order
     * @throws IOException if there is no such process, or its mounts cannot be read
     */
    public static List<MountsEntry> ofProcess(long pid) throws IOException {
        return read(Path.of("/proc/" + pid + "/mounts"));
    }

    /**
     * Reads mounts from a file, such as that of a thread, {@code /proc/<pid>/task/<tid>/mounts}.
     *
     * @param file a file in the format of proc_pid_mounts(5)
     * @return the mounts in their order
     * @throws IOException if the file cannot be read
     * @throws MalformedMountInfoException if the content is not what proc_pid_mounts(5) describes
     */
    public static List<MountsEntry> read(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    /**
     * Reads mounts from the kernel's bytes.
     *
     * @param bytes in the format of proc_pid_mounts(5)
     * @return the mounts in their order
     * @throws MalformedMountInfoException if the bytes are not what proc_pid_mounts(5) describes
     */
    public static List<MountsEntry> parse(byte[] bytes) {
        LineReader line = new LineReader("mounts", bytes);
        List<MountsEntry> entries = new ArrayList<>();
        while (line.nextLine()) {
            line.field("mount source");
            String source = line.unescaped();
            line.field("mount point");
            String mountPoint = line.strictlyUnescaped("mount point");
            line.field("filesystem type");
            String fileSystemType = line.strictlyUnescaped("filesystem type");
            line.field("options");
            entries.add(new MountsEntry(
                    source,
                    mountPoint,
                    fileSystemType,
                    line.options(),
                    line.number("dump frequency"),
                    line.number("pass number")));
            line.expectEnd();
        }
        return List.copyOf(entries);
    }

    /**
     * As proc_pid_mounts(5) writes it.
     *
     * @return the line, escapes included, without the newline
     */
    @Override
    public String toString() {
        return OctalEscapes.escape(source, OctalEscapes.IN_NAMES) + " "
                + OctalEscapes.escape(mountPoint, OctalEscapes.IN_PATHS) + " "
                + OctalEscapes.escape(fileSystemType, OctalEscapes.IN_NAMES) + " "
                + OctalEscapes.escapeOptions(options) + " " + dumpFrequency + " " + passNumber;
    }
}
