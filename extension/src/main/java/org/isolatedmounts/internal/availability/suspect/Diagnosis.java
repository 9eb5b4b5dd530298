package org.isolatedmounts.internal.availability.suspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.availability.trial.Denial;
import org.isolatedmounts.internal.availability.trial.Layer;

/** Asks the suspects of a failed probe, in the order in which the kernel does. */
public final class Diagnosis {

    private static final List<Suspect> SUSPECTS = List.of(
            new UtilLinux(),
            new LoopDevices(),
            new NamespaceLimits(),
            new ResourceLimits(),
            new KernelConfig(),
            new Seccomp(),
            new UserNamespaceSysctl(),
            new Chroot(),
            new AppArmor(),
            new SeLinux(),
            new SecurityModule(),
            new Capabilities());

    private Diagnosis() {}

    public static Denial of(FailedProbe probe) {
        List<Finding> findings = new KernelRules().examine(probe).map(List::of).orElseGet(() -> askSuspects(probe));
        Finding first = findings.isEmpty() ? unknown(probe) : findings.get(0);

        List<String> evidence = new ArrayList<>(List.of(probe.result().evidence(), first.evidence()));
        StringBuilder fix = new StringBuilder(first.fix());
        findings.stream().skip(1).filter(Finding::certain).forEach(next -> {
            evidence.add(next.evidence());
            fix.append("\nAfter that it ")
                    .append(next.layer().predicate())
                    .append(": ")
                    .append(next.fix());
        });
        if (Capabilities.lacking(probe.status()) && !first.evidence().equals(Capabilities.evidence(probe.status()))) {
            evidence.add(Capabilities.evidence(probe.status()));
            fix.append("\nOr do without user namespaces: ").append(Capabilities.sysAdmin(probe));
        }
        return new Denial(first.layer(), probe.stage().attempt(), String.join("\n", evidence), fix.toString());
    }

    private static List<Finding> askSuspects(FailedProbe probe) {
        return SUSPECTS.stream()
                .map(suspect -> suspect.examine(probe))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(finding -> !finding.certain()))
                .toList();
    }

    private static Finding unknown(FailedProbe probe) {
        return new Finding(
                Layer.UNKNOWN,
                false,
                probe.status().line("Uid") + "\n" + probe.status().line("CapEff") + "\n"
                        + probe.status().line("Seccomp") + "\n" + probe.status().line("NoNewPrivs") + "\n"
                        + "/proc/self/attr/current: "
                        + probe.machine().read("/proc/self/attr/current").orElse("none"),
                "none is known. The kernel log (dmesg) and the audit log may say who denied it; in a container try docker"
                        + " run --security-opt seccomp=unconfined --security-opt apparmor=unconfined.");
    }
}
