package org.isolatedmounts.internal.availability.trial;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isolatedmounts.internal.availability.machine.Machine;

/**
 * Where the supervisor mounts its own tmpfs, in its own namespace: on a directory that every host has and no fork needs.
 * Nothing is made on the host, and a fork's namespace loses the mount before any test runs.
 */
public final class WorkDirectoryChoice {

    /** Made by the kernel as mount points for file systems that only administrators look at. */
    private static final List<String> OF_THE_KERNEL =
            List.of("/sys/kernel/debug", "/sys/kernel/tracing", "/sys/kernel/security", "/sys/fs/pstore");

    private static final List<String> IF_EMPTY =
            List.of("/mnt", "/media", "/srv", "/var/empty", "/var/local", "/boot", "/var/tmp", "/tmp");

    /** Sandboxes have little else; the supervisor does without what is in it. */
    private static final String LAST = "/dev/shm";

    private WorkDirectoryChoice() {}

    public static Optional<String> of(Machine machine) {
        return Stream.of(
                        OF_THE_KERNEL.stream().filter(machine::isDirectory),
                        IF_EMPTY.stream().filter(machine::isEmptyDirectory),
                        Stream.of(LAST).filter(machine::isDirectory))
                .flatMap(choices -> choices)
                .findFirst();
    }

    public static Optional<Denial> denial(Machine machine) {
        return of(machine).isPresent()
                ? Optional.empty()
                : Optional.of(new Denial(
                        Layer.WORK_DIRECTORY,
                        "mounting a tmpfs for isolated-mounts itself",
                        "/sys is not mounted, " + LAST + " is no directory, and none of " + String.join(", ", IF_EMPTY)
                                + " is an empty directory",
                        "mkdir /mnt, or mount -t sysfs sysfs /sys"));
    }
}
