package org.isolatedmounts.namespace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.isolatedmounts.mountinfo.MountTable;
import org.jspecify.annotations.Nullable;

/** Reads the mounts of a namespace where a thread that lives there shows them. */
final class TableOfMember {

    private final NamespaceId namespace;

    TableOfMember(NamespaceId namespace) {
        this.namespace = namespace;
    }

    /**
     * Nothing if no member lets us look.
     *
     * @param first the directory in {@code /proc} of the thread to ask before all others
     */
    Optional<MountTable> read(@Nullable Path first) throws IOException {
        MountTable table = first == null ? null : tryToRead(first);
        if (table != null) {
            return Optional.of(table);
        }
        for (NamespaceMember member : MemberScan.of(namespace).threads()) {
            table = tryToRead(Path.of("/proc/" + member.pid() + "/task/" + member.tid()));
            if (table != null) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /** Null if the thread has ended, or gone elsewhere, before it was read. */
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
