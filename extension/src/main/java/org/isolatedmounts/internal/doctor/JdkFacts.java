package org.isolatedmounts.internal.doctor;

import java.util.List;
import org.isolatedmounts.internal.availability.machine.CommandResult;
import org.isolatedmounts.internal.availability.machine.Machine;

/** The JDK that runs this, which a supervisor and its forks would use too. */
final class JdkFacts {

    private JdkFacts() {}

    static List<Fact> of(Machine machine) {
        return List.of(
                Fact.of(
                        "jdk",
                        "JDK",
                        System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vm.name") + ", "
                                + System.getProperty("java.vendor"),
                        System.getProperty("java.home")),
                Fact.of("classDataSharing", "class data sharing", classDataSharing(machine)));
    }

    /** A JVM that is told to insist on its archive of classes does not start without. */
    private static String classDataSharing(Machine machine) {
        CommandResult insisting = machine.run(
                List.of(System.getProperty("java.home") + "/bin/java", "-XX:-UsePerfData", "-Xshare:on", "-version"));
        return insisting.succeeded()
                ? "works"
                : "does not work, so forks start slowly: "
                        + insisting.evidence().replace("\n", ", ");
    }
}
