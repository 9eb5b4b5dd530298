package org.isolatedmounts.namespace;

import java.io.IOException;
import java.nio.file.Path;
import org.isolatedmounts.mountinfo.MountTable;
import org.jspecify.annotations.Nullable;

/** Reads the mounts of a namespace where a thread that lives there shows them. */
final class TableOfMember {

    private final NamespaceId namespace;

    TableOfMember(NamespaceId namespace) {
        this.namespace = namespace;
    }

    /** @param first the directory in {@code /proc} of the thread to ask before all others */
    MountTable read(@Nullable Path first) throws IOException {
        MountTable table = first == null ? null : tryToRead(first);
        if (table != null) {
            return table;
        }
        NamespaceMembers members = MemberScan.of(namespace);
        for (NamespaceMember member : members.threads()) {
            table = tryToRead(Path.of("/proc/" + member.pid() + "/task/" + member.tid()));
            if (table != null) {
                return table;
            }
        }
        throw new NamespaceException("Cannot read the mounts of " + namespace + ": "
                + (members.hidden() == 0
                        ? "no process lives there any more."
                        : "no process is known to live there, and " + members.hidden()
                                + " cannot be looked at; run as root."));
    }

    /** Null where the thread has ended, or gone elsewhere, before it was read. */
    private @Nullable MountTable tryToRead(Path thread) {
        try {
            MountTable table = livesHere(thread) ? MountTable.read(thread.resolve("mountinfo")) : null;
            return livesHere(thread) ? table : null;
        } catch (IOException e) {
            return null;
        }
    }

    private boolean livesHere(Path thread) throws IOException {
        return NamespaceId.of(namespace.type(), thread.resolve("ns/mnt")).equals(namespace);
    }
}
