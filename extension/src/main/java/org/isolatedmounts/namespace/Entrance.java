package org.isolatedmounts.namespace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words of command lines that lead into a namespace; the command that is to be run there follows them. */
final class Entrance {

    private final NamespaceFile namespace;
    private final Owner owner;

    Entrance(NamespaceFile namespace, Owner owner) {
        this.namespace = namespace;
        this.owner = owner;
    }

    /** None if the calling thread lives there: its child will, too. */
    List<String> enter() throws IOException {
        List<String> words = new ArrayList<>();
        if (namespace.id().equals(NamespaceId.of("mnt", Path.of("/proc/thread-self/ns/mnt")))) {
            return words;
        }
        words.add("nsenter");
        if (!Privilege.mayAdminister()) {
            words.add("--user=" + ownerToEnter().path());
            words.add("--preserve-credentials");
        }
        words.add("--mount=" + namespace.path());
        words.add("--");
        return words;
    }

    /** Into a copy. */
    List<String> unshare(UnsharePropagation propagation) throws IOException {
        List<String> words = enter();
        boolean entered = !words.isEmpty();
        words.add("unshare");
        if (!entered && !Privilege.mayAdminister()) {
            words.addAll(List.of("--user", "--map-root-user"));
        }
        words.addAll(List.of("--mount", "--propagation", propagation.word(), "--"));
        return words;
    }

    private NamespaceFile ownerToEnter() throws IOException {
        NamespaceFile file = owner.file();
        if (file.id().equals(NamespaceId.of("user", Path.of("/proc/self/ns/user")))) {
            throw new NamespaceException("Cannot enter " + namespace.id() + ": setns(2) asks for CAP_SYS_ADMIN in "
                    + file.id() + ", which owns it, and this process lives there without (EPERM). Fix: run as root, or"
                    + " enter a namespace that belongs to a user namespace of your own, as MountNamespace.create()"
                    + " makes them for ordinary users.");
        }
        return file;
    }
}
