package org.isolatedmounts.internal.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ids and capabilities of a process, from its status file; see proc_pid_status(5) and capabilities(7). */
final class ProcessText {

    /** By their numbers. */
    private static final List<String> CAPABILITIES = List.of("""
            chown dac_override dac_read_search fowner fsetid kill setgid setuid setpcap linux_immutable
            net_bind_service net_broadcast net_admin net_raw ipc_lock ipc_owner sys_module sys_rawio sys_chroot
            sys_ptrace sys_pacct sys_admin sys_boot sys_nice sys_resource sys_time sys_tty_config mknod lease
            audit_write audit_control setfcap mac_override mac_admin syslog wake_alarm block_suspend audit_read
            perfmon bpf checkpoint_restore""".split("\\s+"));

    private final Map<String, String> fields;

    ProcessText(String status) {
        fields = status.lines()
                .filter(line -> line.contains(":"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        (first, second) -> first));
    }

    String ids() {
        String groups = field("Groups");
        return "uid " + id("Uid") + ", gid " + id("Gid") + ", groups " + (groups.isEmpty() ? "none" : groups);
    }

    String capabilities() {
        String newPrivileges = switch (field("NoNewPrivs")) {
            case "1" -> "set";
            case "0" -> "not set";
            default -> "unknown";
        };
        return "effective capabilities " + effective() + "; no_new_privs " + newPrivileges;
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Real, effective, saved and filesystem id, if they are not the same. */
    private String id(String name) {
        List<String> ids = Stream.of(field(name).split("\\s+")).distinct().toList();
        return ids.size() == 1
                ? (ids.get(0).isEmpty() ? "unknown" : ids.get(0))
                : field(name).replace('\t', '/');
    }

    private String effective() {
        String hex = field("CapEff");
        if (!hex.matches("[0-9a-fA-F]{1,16}")) {
            return "unknown";
        }
        long mask = Long.parseUnsignedLong(hex, 16);
        if (mask == 0) {
            return "none";
        }
        boolean most = Long.bitCount(mask) > CAPABILITIES.size() / 2;
        String named = IntStream.range(0, CAPABILITIES.size())
                .filter(number -> ((mask >> number & 1) == 1) != most)
                .mapToObj(CAPABILITIES::get)
                .collect(Collectors.joining(", "));
        return most ? (named.isEmpty() ? "all" : "all but " + named) : named;
    }
}
