package org.isolatedmounts.internal.layout.kind;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;

/** The programs that make file systems, see mkfs(8). */
final class Mkfs {

    /** They are for root, and not on everybody's path. */
    private static final List<String> DIRECTORIES = List.of("/usr/sbin", "/sbin", "/usr/local/sbin");

    private static final int MIB = 1 << 20;

    private static final List<String> EXT = List.of("-q", "-F", "-m", "0");
    private static final List<String> FORCED = List.of("-q", "-f");

    /** Without questions, and for ext without room that is for root alone. */
    private static final Map<String, List<String>> OPTIONS =
            Map.of("ext2", EXT, "ext3", EXT, "ext4", EXT, "xfs", FORCED, "btrfs", FORCED);

    private static final Map<String, Long> LEAST =
            Map.of("ext2", 1L * MIB, "ext3", 2L * MIB, "ext4", 1L * MIB, "xfs", 300L * MIB, "btrfs", 109L * MIB);

    private Mkfs() {}

    /**
     * The command for a disk of a size, but for its last argument, the disk.
     *
     * @throws InvalidLayoutException if there is no such program, or if the disk is too small for it
     */
    static List<String> command(Attribute type, List<Attribute> options, Attribute size, long bytes) {
        List<String> further = new ArrayList<>();
        for (Attribute option : options) {
            if (option.value().isBlank()) {
                throw option.breaks("must not be empty", "write one word of the command line in each string");
            }
            further.add(option.value());
        }
        FileSystemType.checkName(type, "ext4");
        String program = find("mkfs." + type.value())
                .orElseThrow(() -> type.breaks(
                        "must be a file system that this machine can make",
                        "there is no program mkfs." + type.value() + ", neither on PATH nor in "
                                + String.join(", ", DIRECTORIES)
                                + ": install it (e2fsprogs, xfsprogs, btrfs-progs), or write another type; what has no disk, such as a tmpfs, has an"
                                + " annotation of its own"));
        boolean mixed = further.contains("--mixed") || further.contains("-M");
        long least = mixed ? 16L * MIB : LEAST.getOrDefault(type.value(), 1L);
        if (bytes < least && !further.contains("--unsupported")) {
            throw size.breaks(
                    "must be at least " + least / MIB + "m for " + type.value(),
                    "write a larger size, or another `type`: ext4 takes the least");
        }
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(OPTIONS.getOrDefault(type.value(), List.of()));
        command.addAll(further);
        return command;
    }

    /** The path of a program. */
    static Optional<String> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), DIRECTORIES.stream())
                .filter(directory -> directory.startsWith("/"))
                .map(directory -> Path.of(directory, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(Path::toString)
                .findFirst();
    }
}
