package org.isolatedmounts.internal.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the supervisor mounts its own tmpfs, in its own namespace: on a directory that every host has and no fork needs.
 * Nothing is made on the host, and a fork's namespace loses the mount before any test runs.
 */
final class WorkDirectoryChoice {

    private WorkDirectoryChoice() {}

    static Path choose() {
        // first what the kernel makes as mount points for file systems that only administrators look at
        return choose(Stream.of(
                        "/sys/kernel/debug",
                        "/sys/kernel/tracing",
                        "/sys/kernel/security",
                        "/sys/fs/pstore",
                        "/mnt",
                        "/media",
                        "/srv",
                        "/var/empty",
                        "/var/local",
                        "/boot")
                .map(Path::of));
    }

    static Path choose(Stream<Path> candidates) {
        return candidates
                .filter(Files::isDirectory)
                .filter(directory -> directory.startsWith("/sys") || isEmpty(directory))
                .findFirst()
                .orElseThrow(() -> new IsolationUnavailableException(
                        "isolated-mounts needs an empty directory of the host to mount its own tmpfs on, inside its"
                                + " own namespace, and found none: neither /sys is mounted nor is any of /mnt, /media,"
                                + " /srv, /var/empty, /var/local, /boot an empty directory."));
    }

    private static boolean isEmpty(Path directory) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            return !entries.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }
}
