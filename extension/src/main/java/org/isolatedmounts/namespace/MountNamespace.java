package org.isolatedmounts.namespace;

import java.io.IOException;
import java.nio.file.Path;
import org.isolatedmounts.mountinfo.MountTable;
import org.jspecify.annotations.Nullable;

/**
 * A handle on a mount namespace; see mount_namespaces(7). It keeps the namespace in existence while it is open, even
 * when nobody lives there any more. It goes with this JVM, however that ends.
 *
 * <p>Handles are equal when they are handles on the same namespace. They may be used by several threads.
 */
public final class MountNamespace implements AutoCloseable {

    private static final String TYPE = "mnt";

    private final NamespaceFile file;

    /** In {@code /proc}, of a thread that lived here when the handle was made. */
    private final @Nullable Path origin;

    private final @Nullable Holder holder;
    private final Owner owner;

    private MountNamespace(NamespaceFile file, @Nullable Path origin, @Nullable Holder holder) {
        this.file = file;
        this.origin = origin;
        this.holder = holder;
        this.owner = new Owner(file, holder);
    }

    /**
     * The namespace of the calling thread.
     *
     * @return a handle
     * @throws NamespaceException on systems other than Linux, and where {@code /proc} is not mounted
     * @throws IOException where {@code /proc} cannot be read
     */
    public static MountNamespace current() throws IOException {
        return of(Path.of("/proc/thread-self"));
    }

    /**
     * The namespace of a process, more precisely of its main thread.
     *
     * @param pid the process id, in the pid namespace of {@code /proc}
     * @return a handle
     * @throws NamespaceException where there is no such process, or it may not be looked at
     * @throws IOException where {@code /proc} cannot be read
     */
    public static MountNamespace ofProcess(long pid) throws IOException {
        return of(Path.of("/proc/" + pid));
    }

    /**
     * The namespace of a thread.
     *
     * @param pid the process id, in the pid namespace of {@code /proc}
     * @param tid the thread id, as in {@code /proc/<pid>/task}; it is not {@link Thread#getId()}
     * @return a handle
     * @throws NamespaceException where there is no such thread, or it may not be looked at
     * @throws IOException where {@code /proc} cannot be read
     */
    public static MountNamespace ofThread(long pid, long tid) throws IOException {
        return of(Path.of("/proc/" + pid + "/task/" + tid));
    }

    /**
     * The namespace that a file stands for.
     *
     * @param file such as {@code /proc/<pid>/ns/mnt}, {@code /proc/<pid>/fd/<n>}, or a file on which one of these is
     *     bind-mounted
     * @return a handle
     * @throws NamespaceException where there is no such file, it may not be opened, or is not that of a mount namespace
     * @throws IOException where {@code /proc} cannot be read
     */
    public static MountNamespace ofFile(Path file) throws IOException {
        return new MountNamespace(NamespaceFile.open(file, TYPE), null, null);
    }

    /**
     * Makes a private namespace: a copy of the calling thread's, of which neither side sees what the other mounts later.
     * Nothing is mounted in it yet, and nobody lives in it but a shell that waits for this handle to be closed.
     *
     * <p>Without {@code CAP_SYS_ADMIN} a new user namespace is made to own it, in which the user is root. Then mounts of
     * the original cannot be unmounted in the copy, nor made writable; see mount_namespaces(7).
     *
     * @return a handle; the namespace ends with it, unless others have entered
     * @throws NamespaceException where the machine denies mount namespaces or user namespaces
     * @throws IOException where {@code /proc} cannot be read
     */
    public static MountNamespace create() throws IOException {
        try (MountNamespace current = current()) {
            return current.unshare(Propagation.PRIVATE);
        }
    }

    /**
     * Makes a new namespace, as unshare(2) does for a process that lives here: its mounts are copies of those of this
     * one. As {@link #create()}, where that copies the calling thread's.
     *
     * @param propagation what becomes of the propagation types of the copied mounts
     * @return a handle; the namespace ends with it, unless others have entered
     * @throws NamespaceException where this namespace cannot be entered, or a new one is denied
     * @throws IOException where {@code /proc} cannot be read
     */
    public MountNamespace unshare(Propagation propagation) throws IOException {
        Holder started = Holder.start(new Entrance(open(), owner).unshare(propagation));
        try {
            return of(started.directory(), started);
        } catch (IOException e) {
            started.close();
            throw e;
        }
    }

    private static MountNamespace of(Path directory) throws IOException {
        return of(directory, null);
    }

    private static MountNamespace of(Path directory, @Nullable Holder holder) throws IOException {
        NamespaceFile file = NamespaceFile.open(directory.resolve("ns/mnt"), TYPE);
        try {
            return new MountNamespace(file, directory.toRealPath(), holder);
        } catch (IOException e) {
            file.close();
            throw OpenFailure.of(directory, e);
        }
    }

    /**
     * The identity. It stays with the handle, but once that is closed the kernel may give it to another namespace.
     *
     * @return device and inode
     */
    public NamespaceId id() {
        return file.id();
    }

    /**
     * The user namespace that owns this one: who has {@code CAP_SYS_ADMIN} there may mount here. That is
     * asked of ioctl_ns(2), through jnr-ffi, unless this handle has made the namespace: no file tells it.
     *
     * @return the identity of the user namespace
     * @throws NamespaceException where the owner lies outside of the user namespace of this process
     * @throws IOException where {@code /proc} cannot be read
     */
    public NamespaceId owner() throws IOException {
        open();
        return owner.file().id();
    }

    /**
     * Who lives here at this moment.
     *
     * @return all threads of all processes that may be looked at
     * @throws IOException where {@code /proc} cannot be read
     */
    public NamespaceMembers members() throws IOException {
        return MemberScan.of(open().id());
    }

    /**
     * What is mounted here, as a member sees it: of the process or thread by which the handle was made, or else of the
     * member with the lowest process id. Mount points are relative to its root directory.
     *
     * @return the table at this moment
     * @throws NamespaceException where nobody lives here, or nobody who may be looked at
     * @throws IOException where {@code /proc} cannot be read
     */
    public MountTable mountTable() throws IOException {
        return new TableOfMember(open().id()).read(origin);
    }

    private NamespaceFile open() {
        if (!file.isOpen()) {
            throw new IllegalStateException("The handle on " + id() + " is closed.");
        }
        return file;
    }

    /** Lets go of the namespace. It ends when nobody else holds it: no member, no open file, no bind mount of its file. */
    @Override
    public void close() throws IOException {
        try (file;
                owner;
                holder) {
            // closed in any case, the last one first
        }
    }

    /**
     * Whether the other object is a handle on the same namespace. That is certain while both are open.
     *
     * @param other anything
     * @return whether device and inode are equal
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MountNamespace namespace && id().equals(namespace.id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /**
     * For people.
     *
     * @return such as {@code mnt:[4026531841]}
     */
    @Override
    public String toString() {
        return id().toString();
    }
}
