package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountPropagation;
import org.isolatedmounts.mountinfo.MountTable;

/** Does by hand, in a namespace of its own, what the log of a layout says was done. */
final class ByHand {

    private ByHand() {}

    /** The tables must be the same. */
    static void assertSame(Laboratory laboratory, Observation laid) throws IOException {
        String script = "set -e\n" + String.join("\n", laid.commands()) + "\nexec cat /proc/self/mountinfo";
        String byHand = laboratory.lay(script).output();
        assertThat(byHand).as(script).matches("(?s)\\d+ \\d+ \\d+:\\d+ .*");
        assertThat(described(byHand)).as(script).containsExactlyElementsOf(described(laid.mountInfo()));
    }

    /** Without what differs from namespace to namespace: ids, and the device numbers of new file systems. */
    private static List<String> described(String mountInfo) {
        MountTable table = MountTable.parse(mountInfo);
        return table.mounts().stream()
                .map(entry -> described(entry, table) + " on " + parent(entry, table))
                .sorted()
                .toList();
    }

    private static String described(MountEntry entry, MountTable table) {
        boolean loop = entry.source().startsWith("/dev/loop");
        boolean isNew = loop || List.of("tmpfs", "proc", "overlay").contains(entry.fileSystemType());
        return String.join(
                " ",
                isNew ? "new" : entry.device().toString(),
                entry.root(),
                entry.mountPoint(),
                options(entry, table).toString(),
                propagation(entry, table),
                entry.fileSystemType(),
                loop ? "a loop device" : entry.source(),
                entry.superOptions().toString());
    }

    /** Of a mount that another one covers, nothing can be changed by its path, nor seen. */
    private static boolean isCovered(MountEntry entry, MountTable table) {
        return table.mounts().stream()
                .anyMatch(other -> other.parentId() == entry.mountId()
                        && other.mountPoint().equals(entry.mountPoint()));
    }

    private static List<String> options(MountEntry entry, MountTable table) {
        boolean covered = isCovered(entry, table);
        return entry.mountOptions().stream()
                .filter(option -> !covered || !List.of("ro", "rw").contains(option))
                .toList();
    }

    /** Peer groups are named after the places of their members, as their ids differ from namespace to namespace. */
    private static String propagation(MountEntry entry, MountTable table) {
        MountPropagation propagation = entry.propagation();
        return isCovered(entry, table)
                ? "covered"
                : (propagation.unbindable() ? "unbindable" : "")
                        + " shared with " + members(propagation.peerGroup(), table)
                        + " slave of " + members(propagation.master(), table);
    }

    private static List<String> members(OptionalInt group, MountTable table) {
        return table.mounts().stream()
                .filter(entry ->
                        group.isPresent() && entry.propagation().peerGroup().equals(group) && !isCovered(entry, table))
                .map(MountEntry::mountPoint)
                .sorted()
                .toList();
    }

    private static String parent(MountEntry entry, MountTable table) {
        return table.mounts().stream()
                .filter(other -> other.mountId() == entry.parentId())
                .map(MountEntry::mountPoint)
                .findFirst()
                .orElse("");
    }
}
