package org.isolatedmounts.internal.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isolatedmounts.internal.availability.machine.Machine;
import org.isolatedmounts.internal.availability.machine.ProcStatus;

/** What is asked of every machine, in the order in which it is shown. */
final class Facts {

    private Facts() {}

    static List<Fact> of(Machine machine) {
        Fact kernel = Fact.of("kernel", "kernel", kernel(machine));
        Stream<Fact> linux = ProcStatus.of(machine).stream()
                .flatMap(status -> Stream.of(
                                RightsFacts.of(machine, status),
                                SecurityFacts.of(machine, status),
                                FileSystemFacts.of(machine))
                        .flatMap(List::stream));
        return Stream.of(Stream.of(kernel), linux, JdkFacts.of(machine).stream())
                .flatMap(facts -> facts)
                .toList();
    }

    private static String kernel(Machine machine) {
        return machine.read("/proc/sys/kernel/osrelease")
                .map(release -> machine.osName() + " " + release + ", " + System.getProperty("os.arch"))
                .orElse(machine.osName());
    }

    /** "uid 1000, gid 1000", of whoever runs this. */
    static String ids(Optional<ProcStatus> status) {
        return status.map(it -> "uid " + effective(it.value("Uid")) + ", gid " + effective(it.value("Gid")))
                .orElse("user " + System.getProperty("user.name"));
    }

    /** The second of the four ids in a line of {@code /proc/self/status}. */
    private static String effective(String ids) {
        String[] words = ids.split("\\s+", -1);
        return words.length > 1 ? words[1] : ids;
    }
}
