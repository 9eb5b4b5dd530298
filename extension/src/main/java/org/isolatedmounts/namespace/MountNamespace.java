package org.isolatedmounts.namespace;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
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

    /** For the end of its standard input, that is. */
    private static final List<String> WAIT = List.of("sh", "-c", "read -r end");

    private final NamespaceFile file;

    /** In {@code /proc}, of a thread that lived here when the handle was made. */
    private final @Nullable Path origin;

    private final @Nullable NamespaceProcess holder;
    private final Owner owner;

    private MountNamespace(NamespaceFile file, @Nullable Path origin, @Nullable NamespaceProcess holder) {
        this.file = file;
        this.origin = origin;
        this.holder = holder;
        this.owner = new Owner(file, holder);
    }

    /**
     * The namespace of the calling thread.
     *
     * @return a handle
     * @throws NamespaceException on systems other than Linux, and if {@code /proc} is not mounted
     * @throws IOException if {@code /proc} cannot be read
     */
    public static MountNamespace current() throws IOException {
        return of(Path.of("/proc/thread-self"));
    }

    /**
     * The namespace of a process, more precisely of its main thread.
     *
     * @param pid the process id, in the pid namespace of {@code /proc}
     * @return a handle
     * @throws NamespaceException if there is no such process, or it may not be looked at
     * @throws IOException if {@code /proc} cannot be read
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
     * @throws NamespaceException if there is no such thread, or it may not be looked at
     * @throws IOException if {@code /proc} cannot be read
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
     * @throws NamespaceException if there is no such file, it may not be opened, or is not that of a mount namespace
     * @throws IOException if {@code /proc} cannot be read
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
     * @throws NamespaceException if the machine denies mount namespaces or user namespaces
     * @throws IOException if {@code /proc} cannot be read
     */
    public static MountNamespace create() throws IOException {
        try (MountNamespace current = current()) {
            return current.unshare(UnsharePropagation.PRIVATE);
        }
    }

    /**
     * Makes a new namespace, as unshare(2) does for a process that lives here: its mounts are copies of those of this
     * one. As {@link #create()}, where that copies the calling thread's.
     *
     * @param propagation what becomes of the propagation types of the copied mounts
     * @return a handle; the namespace ends with it, unless others have entered
     * @throws NamespaceException if this namespace cannot be entered, or a new one is denied
     * @throws IOException if {@code /proc} cannot be read
     */
    public MountNamespace unshare(UnsharePropagation propagation) throws IOException {
        NamespaceProcess started = new Launch(entrance().unshare(propagation), Redirect.PIPE).start(WAIT);
        try {
            return of(Path.of("/proc/" + started.pid()), started);
        } catch (IOException e) {
            started.close();
            throw e;
        }
    }

    private static MountNamespace of(Path directory) throws IOException {
        return of(directory, null);
    }

    private static MountNamespace of(Path directory, @Nullable NamespaceProcess holder) throws IOException {
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
     * @throws NamespaceException if the owner lies outside of the user namespace of this process
     * @throws IOException if {@code /proc} cannot be read
     */
    public NamespaceId owner() throws IOException {
        open();
        return owner.file().id();
    }

    /**
     * Who lives here at this moment.
     *
     * @return all threads of all processes that may be looked at
     * @throws IOException if {@code /proc} cannot be read
     */
    public NamespaceMembers members() throws IOException {
        return MemberScan.of(open().id());
    }

    /**
     * What is mounted here, as a member sees it: of the process or thread by which the handle was made, or else of the
     * member with the lowest process id, or else of a shell that enters for that. Mount points are relative to its root
     * directory.
     *
     * @return the table at this moment
     * @throws NamespaceException if no member may be looked at, and this namespace cannot be entered
     * @throws IOException if {@code /proc} cannot be read
     */
    public MountTable mountTable() throws IOException {
        Optional<MountTable> table = new TableOfMember(open().id()).read(origin);
        if (table.isPresent()) {
            return table.get();
        }
        try (NamespaceProcess visitor = new Launch(entrance().enter(), Redirect.PIPE).start(WAIT)) {
            return MountTable.ofProcess(visitor.pid());
        }
    }

    /**
     * Runs a command here, in a process of its own, to its end. As {@link #start}, with an empty standard input.
     *
     * @param command the command and its arguments
     * @return what it has written, to its standard output and its standard error
     * @throws NamespaceException if this namespace cannot be entered, or the exit status is not 0
     * @throws IOException if {@code /proc} cannot be read, or the output
     * @throws InterruptedException if the calling thread is interrupted; the command is killed then
     */
    public String run(String... command) throws IOException, InterruptedException {
        try (NamespaceProcess process = start(command)) {
            return Attendance.await(() -> {
                process.outputWriter().close();
                StringWriter output = new StringWriter();
                process.inputReader().transferTo(output);
                int status = process.waitFor();
                if (status != 0) {
                    throw new NamespaceException("In " + this + ", " + String.join(" ", command) + ": exit status "
                            + status + ": " + output.toString().strip());
                }
                return output.toString();
            });
        }
    }

    /**
     * Starts a command here, in a process of its own. When this returns, the process lives here; the command is looked
     * up here, too. Its root directory is that of the namespace, its working directory that of this JVM, or {@code /}
     * where the namespace has no such directory. It has the environment of this JVM.
     *
     * <p>As root this needs {@code CAP_SYS_ADMIN}. Others can enter a namespace that belongs to a user namespace of
     * theirs, such as {@link #create()} makes; there the command sees itself as root, and may mount and unmount.
     *
     * @param command the command and its arguments
     * @return the process, to be closed
     * @throws NamespaceException if this namespace cannot be entered
     * @throws IOException if {@code /proc} cannot be read
     */
    public NamespaceProcess start(String... command) throws IOException {
        return new Launch(entrance().enter(), Redirect.PIPE).start(List.of(command));
    }

    /**
     * Starts a JVM here, with the JDK and the class path of this one, which must be visible. As {@link #start}.
     *
     * @param main the class that has the {@code main} method
     * @param arguments its arguments
     * @return the process, to be closed
     * @throws NamespaceException if this namespace cannot be entered
     * @throws IOException if {@code /proc} cannot be read
     */
    public NamespaceProcess startJava(Class<?> main, String... arguments) throws IOException {
        return new Launch(entrance().enter(), Redirect.PIPE).start(TaskCommand.of(main, arguments));
    }

    /**
     * Calls code of the caller here, in a JVM of its own, with the JDK and the class path of this one, which must be
     * visible. What it prints goes to the standard error of this JVM. See {@link #start} for who may, and as whom it
     * runs.
     *
     * @param <T> the type of the result
     * @param task what to do; serialised, as its result is
     * @return its result
     * @throws ExecutionException with what the task has thrown
     * @throws NamespaceException if this namespace cannot be entered, the task cannot be serialised, or its JVM ends
     *     before it does
     * @throws IOException if {@code /proc} cannot be read
     * @throws InterruptedException if the calling thread is interrupted; the JVM is killed then
     */
    public <T extends @Nullable Object> T call(NamespaceTask<T> task)
            throws IOException, InterruptedException, ExecutionException {
        return TaskCall.call(entrance().enter(), task);
    }

    /**
     * Calls code of the caller here, on a thread of this JVM that is made for it and ends with it. That is quick, and
     * the code may use whatever it likes of this JVM, but mind:
     *
     * <ul>
     *   <li>It needs {@code CAP_SYS_ADMIN} and {@code CAP_SYS_CHROOT}: a process with several threads, as every JVM is
     *       one, cannot enter a user namespace to have them. Ordinary users take {@link #call}.
     *   <li>Only this thread sees the mounts; threads that others have made, such as pools, do not. What it
     *       makes itself, threads and processes, lives here, and keeps the namespace in existence. That goes for the
     *       JDK's thread "process reaper", too, if the code starts a process: use {@link #run} for that.
     *   <li>{@code /proc/self} shows the main thread, which is not here: read {@code /proc/thread-self}. So
     *       {@link java.nio.file.Files#getFileStore} finds no or other mounts.
     *   <li>Relative paths start at {@code /}. Classes that are loaded late are looked for here: the class path must be
     *       visible.
     * </ul>
     *
     * <p>Loads jnr-ffi.
     *
     * @param <T> the type of the result
     * @param task what to do
     * @return its result
     * @throws ExecutionException with what the task has thrown
     * @throws NamespaceException if this namespace cannot be entered
     * @throws IOException never for other reasons
     * @throws InterruptedException if the calling thread is interrupted; the other one is interrupted then
     */
    public <T extends @Nullable Object> T callOnThread(Callable<T> task)
            throws IOException, InterruptedException, ExecutionException {
        return new ThreadCall(open()).call(task);
    }

    /**
     * Binds this namespace to a file, which keeps it, whatever becomes of its members and of this JVM, until the binding
     * is closed. The file is made in the namespace of the calling thread, which must be older than this one, and where
     * {@code CAP_SYS_ADMIN} is needed.
     *
     * @param file a new file; on a mount that is not shared, else the kernel refuses it
     * @return the binding
     * @throws NamespaceException if it is refused
     * @throws IOException if the file cannot be made
     */
    public NamespaceBinding bindTo(Path file) throws IOException {
        return NamespaceBinding.make(open(), file);
    }

    private Entrance entrance() {
        return new Entrance(open(), owner);
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
