package org.isolatedmounts.namespace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.jspecify.annotations.Nullable;

/**
 * An open file of a namespace: as long as it is open the namespace exists, and its identity is nobody else's.
 *
 * <p>The JDK does not tell the number of a file descriptor, but who enters the namespace needs it: it is the one that is
 * new in {@code /proc/self/fd} and leads to the file.
 */
final class NamespaceFile implements AutoCloseable {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Path OWN = Path.of("/proc/self/ns/mnt");
    private static final int ATTEMPTS = 100;

    private final FileChannel channel;
    private final int descriptor;
    private final NamespaceId id;

    private NamespaceFile(FileChannel channel, int descriptor, NamespaceId id) {
        this.channel = channel;
        this.descriptor = descriptor;
        this.id = id;
    }

    /** @param type {@code mnt} or {@code user} */
    static NamespaceFile open(Path file, String type) throws IOException {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                NamespaceFile opened = tryToOpen(file, type);
                if (opened != null) {
                    return opened;
                }
            }
        } catch (NamespaceException e) {
            throw e;
        } catch (IOException e) {
            throw OpenFailure.of(file, e);
        }
        throw new NamespaceException("Cannot find the descriptor of " + file + " in " + DESCRIPTORS
                + ": other threads open and close files too fast; try again.");
    }

    /** Null if another thread closed such a file meanwhile, the number of which this one got. */
    private static synchronized @Nullable NamespaceFile tryToOpen(Path file, String type) throws IOException {
        NamespaceId id = NamespaceId.of(type, file);
        // that of all namespaces; opening anything else might wait for somebody
        if (id.device() != NamespaceId.of(type, OWN).device()) {
            throw OpenFailure.wrongType(file, type, "it belongs to no namespace");
        }
        Set<Path> before = descriptors(id);
        FileChannel channel = FileChannel.open(file);
        try {
            Set<Path> added = descriptors(id);
            added.removeAll(before);
            for (Path descriptor : added) {
                String name = nameOf(descriptor);
                if (!name.equals(id.toString())) {
                    throw OpenFailure.wrongType(file, type, "it belongs to " + name);
                }
                int number = Integer.parseInt(descriptor.getFileName().toString());
                return new NamespaceFile(channel, number, id);
            }
            channel.close();
            return null;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static Set<Path> descriptors(NamespaceId id) throws IOException {
        try (Stream<Path> all = Files.list(DESCRIPTORS)) {
            return all.filter(descriptor -> leadsTo(id, descriptor)).collect(Collectors.toSet());
        }
    }

    private static boolean leadsTo(NamespaceId id, Path descriptor) {
        try {
            return NamespaceId.of(id.type(), descriptor).equals(id);
        } catch (IOException e) {
            // closed already
            return false;
        }
    }

    /** With its type, which the link of a file that is bind-mounted does not tell, but the mount does. */
    private static String nameOf(Path descriptor) throws IOException {
        String target = Files.readSymbolicLink(descriptor).toString();
        return target.startsWith("/")
                ? MountTable.ofSelf().at(target).map(MountEntry::root).orElse(target)
                : target;
    }

    NamespaceId id() {
        return id;
    }

    int descriptor() {
        return descriptor;
    }

    /** Leads other processes to the namespace as long as this is open. */
    Path path() throws IOException {
        // the number that this process has in the pid namespace of /proc, which may differ from its own
        return Path.of("/proc", Files.readSymbolicLink(Path.of("/proc/self")).toString(), "fd", "" + descriptor);
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
