package org.isolatedmounts.internal.availability.machine;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code /proc/self/status} says of the rights of this process. */
public record ProcStatus(Map<String, String> lines) {

    private static final int CAP_SYS_CHROOT = 18;
    private static final int CAP_SYS_ADMIN = 21;
    private static final int CAP_SETFCAP = 31;

    public static Optional<ProcStatus> of(Machine machine) {
        return machine.read("/proc/self/status")
                .map(text -> new ProcStatus(text.lines()
                        .map(line -> line.split(":\\s*", 2))
                        .filter(parts -> parts.length == 2)
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].strip(), (a, b) -> a))));
    }

    /** The text after the colon; "?" if there is no such line. */
    public String value(String name) {
        return lines.getOrDefault(name, "?");
    }

    public String line(String name) {
        return name + ": " + value(name);
    }

    public boolean isRoot() {
        String[] ids = lines.getOrDefault("Uid", "").split("\\s+", -1);
        return ids.length > 1 && ids[1].equals("0");
    }

    public boolean hasSysAdmin() {
        return has(CAP_SYS_ADMIN);
    }

    public boolean hasSysChroot() {
        return has(CAP_SYS_CHROOT);
    }

    public boolean hasSetFileCapabilities() {
        return has(CAP_SETFCAP);
    }

    private boolean has(int capability) {
        return (Long.parseUnsignedLong(lines.getOrDefault("CapEff", "0"), 16) >> capability & 1) == 1;
    }

    /** Mode 2 is SECCOMP_MODE_FILTER. */
    public boolean hasSeccompFilter() {
        return lines.getOrDefault("Seccomp", "0").equals("2");
    }

    /** Root with CAP_SYS_ADMIN makes mount namespaces directly, everyone else in a user namespace. */
    public boolean needsUserNamespace() {
        return !(isRoot() && hasSysAdmin());
    }
}
