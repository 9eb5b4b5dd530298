package org.isolatedmounts.internal.availability;

import org.isolatedmounts.internal.availability.machine.Machine;
import org.isolatedmounts.internal.availability.machine.ThisMachine;

/** Run by tests in surroundings that deny something: prints the layer, or AVAILABLE, then message and warning. */
final class ProbeMain {

    private ProbeMain() {}

    public static void main(String[] args) {
        Machine machine = new ThisMachine();
        System.out.println(Availability.probe(machine)
                .map(denial -> denial.layer() + "\n" + denial.message())
                .orElse("AVAILABLE"));
        Availability.procWarning(machine).ifPresent(System.out::println);
    }
}
