package org.isolatedmounts.mountinfo;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The mounts that a process sees, as proc_pid_mountinfo(5) lists them. Immutable; later mounts and unmounts do not
 * change it.
 *
 * <p>Where the table is read from a file, names are decoded as UTF-8, whatever the locale; a byte that is not part of
 * any UTF-8 sequence becomes the single character {@code U+DC00} plus that byte ({@code U+DC80} to {@code U+DCFF}). So
 * no two names become equal, and names that are not UTF-8 can be told by these lone surrogates.
 *
 * <p>Paths in queries are compared element by element with the mount points in the table: {@code /foo} is no parent of
 * {@code /foobar}. They must be absolute; repeated slashes, trailing slashes and {@code .} do not matter. Symbolic links
 * and {@code ..} are followed by {@link #mountOf(String, SymbolicLinks)} only, since they are not in the table.
 */
public final class MountTable {

    private final List<MountEntry> mounts;
    private @Nullable MountIndex index;

    private MountTable(List<MountEntry> mounts) {
        this.mounts = mounts;
    }

    /**
     * Reads the table of the calling thread, {@code /proc/thread-self/mountinfo}. It differs from the table of the process
     * only for a thread that has itself entered another mount namespace.
     *
     * @return the table at this moment
     * @throws IOException if {@code /proc} cannot be read; always on systems other than Linux
     * @throws MalformedMountInfoException if the kernel's table is not what proc_pid_mountinfo(5) describes
     */
    public static MountTable ofSelf() throws IOException {
        return read(Path.of("/proc/thread-self/mountinfo"));
    }

    /**
     * Reads the table of another process, {@code /proc/<pid>/mountinfo}. Mount points are relative to the root directory
     * of that process; what lies outside is missing.
     *
     * @param pid the process id, in the pid namespace of {@code /proc}
     * @return the table at this moment
     * @throws java.nio.file.NoSuchFileException if there is no such process, or {@code /proc} hides it
     * @throws IOException if the table cannot be read: with {@code EINVAL} the process has ended and is a zombie
     * @throws MalformedMountInfoException if the kernel's table is not what proc_pid_mountinfo(5) describes
     */
    public static MountTable ofProcess(long pid) throws IOException {
        return read(Path.of("/proc/" + pid + "/mountinfo"));
    }

    /**
     * Reads the table of a thread, {@code /proc/<pid>/task/<tid>/mountinfo}. It differs from the table of its process if
     * the thread has entered another mount namespace, or has changed its root directory for itself.
     *
     * @param pid the process id, in the pid namespace of {@code /proc}
     * @param tid the thread id as gettid(2) gives it, not {@link Thread#getId}
     * @return the table at this moment
     * @throws java.nio.file.NoSuchFileException if there is no such thread, or {@code /proc} hides it
     * @throws IOException if the table cannot be read
     * @throws MalformedMountInfoException if the kernel's table is not what proc_pid_mountinfo(5) describes
     */
    public static MountTable ofThread(long pid, long tid) throws IOException {
        return read(Path.of("/proc/" + pid + "/task/" + tid + "/mountinfo"));
    }

    /**
     * Asks the kernel for the table of the calling thread with listmount(2) and statmount(2), instead of reading
     * {@link #ofSelf} as text. The result is the same. Loads native code, through jnr-ffi.
     *
     * @return the table at this moment
     * @throws IOException if the kernel is older than Linux 6.13, the system calls are denied, or native code cannot be
     *     loaded
     */
    public static MountTable ofSelfByStatmount() throws IOException {
        return new MountTable(MountSystemCalls.load().statmount());
    }

    /**
     * Watches the mount namespace in which the calling thread is now; as {@link MountWatch#ofSelf}.
     *
     * @return the watch, to be closed
     * @throws IOException if the table cannot be read or native code cannot be loaded
     */
    public static MountWatch watch() throws IOException {
        return MountWatch.ofSelf();
    }

    /**
     * Reads a table from a file. The kernel hands out a table in several portions: one that is read while mounts come
     * and go may show some changes and not others.
     *
     * @param file a file in the format of proc_pid_mountinfo(5)
     * @return the table
     * @throws IOException if the file cannot be read
     * @throws MalformedMountInfoException if the content is not what proc_pid_mountinfo(5) describes
     */
    public static MountTable read(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    /**
     * Reads a table to the end of the reader, which stays open.
     *
     * @param reader text in the format of proc_pid_mountinfo(5)
     * @return the table
     * @throws IOException if the reader fails
     * @throws MalformedMountInfoException if the content is not what proc_pid_mountinfo(5) describes
     */
    public static MountTable parse(Reader reader) throws IOException {
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        return parse(text.toString());
    }

    /**
     * Reads a table from a string.
     *
     * @param text in the format of proc_pid_mountinfo(5); without any line it makes an empty table
     * @return the table
     * @throws MalformedMountInfoException if the text is not what proc_pid_mountinfo(5) describes
     */
    public static MountTable parse(String text) {
        return parse(MountInfoBytes.encode(text));
    }

    /**
     * Reads a table from the kernel's bytes.
     *
     * @param bytes in the format of proc_pid_mountinfo(5); without any line they make an empty table
     * @return the table
     * @throws MalformedMountInfoException if the bytes are not what proc_pid_mountinfo(5) describes
     */
    public static MountTable parse(byte[] bytes) {
        return parse(bytes, malformed -> {
            throw malformed;
        });
    }

    /**
     * Reads a table past lines that are not what proc_pid_mountinfo(5) describes, as some container runtimes and kernels in
     * user space write them:
     *
     * <pre>{@code
     * List<MalformedMountInfoException> leftOut = new ArrayList<>();
     * MountTable table = MountTable.parse(Files.readAllBytes(Path.of("/proc/self/mountinfo")), leftOut::add);
     * }</pre>
     *
     * @param bytes in the format of proc_pid_mountinfo(5), but for some lines
     * @param malformed is told of each line that cannot be read; the line is left out, unless this throws
     * @return the table of the other lines
     */
    public static MountTable parse(byte[] bytes, Consumer<? super MalformedMountInfoException> malformed) {
        return new MountTable(MountInfoParser.parse(bytes, malformed));
    }

    /**
     * All mounts, hidden ones included.
     *
     * @return the mounts in the kernel's order; cannot be modified
     */
    public List<MountEntry> mounts() {
        return mounts;
    }

    /**
     * The mount that is seen at a mount point: of several that are stacked there the topmost.
     *
     * @param mountPoint an absolute path
     * @return the mount; empty if the path is no mount point, or lies below one that another mount covers
     * @throws IllegalArgumentException if the path is relative or contains {@code ..}
     */
    public Optional<MountEntry> at(String mountPoint) {
        String normalised = normalise(mountPoint);
        return mountOf(normalised).filter(mount -> mount.mountPoint().equals(normalised));
    }

    /**
     * As {@link #at(String)}.
     *
     * @param mountPoint an absolute path
     * @return the mount; empty if the path is no visible mount point
     * @throws IllegalArgumentException if the path is relative or contains {@code ..}
     */
    public Optional<MountEntry> at(Path mountPoint) {
        return at(mountPoint.toString());
    }

    /**
     * The mount on which a path lies: where a process that follows the path ends up. The path itself need not exist.
     *
     * @param path an absolute path
     * @return the mount; empty if the table shows none, as it may for a process whose root directory was changed by
     *     chroot(2)
     * @throws IllegalArgumentException if the path is relative or contains {@code ..}
     */
    public Optional<MountEntry> mountOf(String path) {
        return index().mountOf(normalise(path));
    }

    /**
     * The mount on which a path lies, where the path may lead through symbolic links and {@code ..}; see
     * path_resolution(7). Where a part of the path does not exist, it and what follows are taken as no links.
     *
     * @param path an absolute path
     * @param links reads symbolic links where the table was read: {@link SymbolicLinks#ofSelf} for that of this process
     * @return the mount; empty if the table shows none
     * @throws IllegalArgumentException if the path is relative
     * @throws java.nio.file.FileSystemLoopException if the path leads through more than 40 links
     * @throws IOException if a link cannot be read
     */
    public Optional<MountEntry> mountOf(String path, SymbolicLinks links) throws IOException {
        return index().mountOf(PathResolution.resolve(path, links));
    }

    /**
     * As {@link #mountOf(String)}.
     *
     * @param path an absolute path
     * @return the mount; empty if the table shows none
     * @throws IllegalArgumentException if the path is relative or contains {@code ..}
     */
    public Optional<MountEntry> mountOf(Path path) {
        return mountOf(path.toString());
    }

    /**
     * All mounts at a mount point, those that others cover included.
     *
     * @param mountPoint an absolute path
     * @return the mounts, in the kernel's order
     * @throws IllegalArgumentException if the path is relative or contains {@code ..}
     */
    public List<MountEntry> allAt(String mountPoint) {
        String normalised = normalise(mountPoint);
        return where(mount -> mount.mountPoint().equals(normalised));
    }

    /**
     * The mount with an id.
     *
     * @param mountId the id
     * @return the mount; empty if there is none in the table
     */
    public Optional<MountEntry> withId(int mountId) {
        return index().byId(mountId);
    }

    /**
     * The mounts whose parent is not in the table: as a rule one, at {@code /}.
     *
     * @return the mounts, in the kernel's order
     */
    public List<MountEntry> roots() {
        return index().tops();
    }

    /**
     * The mount on which a mount is mounted.
     *
     * @param mount a mount of this table
     * @return the mount with its parent id; empty if that is not in the table, or the mount itself
     */
    public Optional<MountEntry> parent(MountEntry mount) {
        return index().parent(mount);
    }

    /**
     * The mounts that are mounted directly on a mount, hidden ones included.
     *
     * @param mount a mount of this table
     * @return the mounts whose parent it is, in the kernel's order
     */
    public List<MountEntry> children(MountEntry mount) {
        return index().children(mount);
    }

    /**
     * Whether a path leads to a mount. None leads to a mount that another one covers, nor to what is mounted on the root
     * directory itself after the process got it: paths begin beneath that.
     *
     * @param mount a mount of this table
     * @return whether the mount is the one on which its mount point lies
     */
    public boolean isVisible(MountEntry mount) {
        return index().mountOf(mount.mountPoint()).filter(mount::equals).isPresent();
    }

    /**
     * The mounts that some path leads to.
     *
     * @return the visible mounts, in the kernel's order
     */
    public List<MountEntry> visible() {
        return where(this::isVisible);
    }

    /**
     * The members of a peer group: mounts that send each other their events.
     *
     * @param peerGroup the number of the group
     * @return the mounts of this table that are {@code shared:N}, in the kernel's order; others may be in other mount
     *     namespaces
     */
    public List<MountEntry> peers(int peerGroup) {
        return where(mount -> mount.propagation().peerGroup().equals(OptionalInt.of(peerGroup)));
    }

    /**
     * The slaves of a peer group.
     *
     * @param peerGroup the number of the group
     * @return the mounts of this table that are {@code master:N}, in the kernel's order
     */
    public List<MountEntry> slaves(int peerGroup) {
        return where(mount -> mount.propagation().master().equals(OptionalInt.of(peerGroup)));
    }

    /**
     * The mounts of a filesystem type.
     *
     * @param fileSystemType such as {@code tmpfs}
     * @return the mounts, in the kernel's order
     */
    public List<MountEntry> ofType(String fileSystemType) {
        return where(mount -> mount.fileSystemType().equals(fileSystemType));
    }

    /**
     * The mounts of a source.
     *
     * @param source as in the table, such as {@code /dev/sda1}; may be empty
     * @return the mounts, in the kernel's order
     */
    public List<MountEntry> withSource(String source) {
        return where(mount -> mount.source().equals(source));
    }

    private List<MountEntry> where(Predicate<MountEntry> predicate) {
        return mounts.stream().filter(predicate).toList();
    }

    /**
     * The mounts as a tree, to look at.
     *
     * @return the tree of all mounts; its text is the drawing
     */
    public MountTree toTree() {
        return MountTree.of(this);
    }

    /**
     * Where the mounts of this table propagate to and from, to look at.
     *
     * @return the graph, to be had as a picture and as text for Graphviz
     */
    public PropagationGraph toPropagationGraph() {
        return PropagationGraph.of(this);
    }

    /**
     * What happened since another table was read.
     *
     * @param before the earlier table
     * @return what was mounted, unmounted, moved, remounted, and whose propagation changed
     */
    public MountTableDiff changesSince(MountTable before) {
        return MountTableDiff.between(before, this);
    }

    /**
     * What is mounted here and not there. Everything but mount ids and parent ids is compared, since a copy of a mount
     * namespace numbers its mounts anew. Of mounts that are equal in this sense as many are returned as there are more.
     *
     * @param other the table to compare with, such as an earlier one of the same process
     * @return the mounts of this table that have no counterpart in the other one, in the kernel's order
     */
    public List<MountEntry> entriesNotIn(MountTable other) {
        Map<MountEntry, Integer> unmatched = new HashMap<>();
        other.mounts.forEach(entry -> unmatched.merge(entry.withoutIds(), 1, Integer::sum));
        return where(entry -> unmatched.merge(entry.withoutIds(), -1, Integer::sum) < 0);
    }

    /**
     * Whether the other object is a table of equal mounts, ids included, in the same order.
     *
     * @param other anything
     * @return whether the tables are equal
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MountTable table && mounts.equals(table.mounts);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(mounts);
    }

    /**
     * As proc_pid_mountinfo(5) writes it. What the kernel wrote comes out as it was, unless a filesystem of its own accord
     * escaped more than that needs, or less; and what is parsed again is the same table.
     *
     * @return the mounts, one a line; each line ends with a newline
     */
    @Override
    public String toString() {
        return mounts.stream().map(mount -> mount + "\n").collect(Collectors.joining());
    }

    /**
     * As {@link #toString}, in the kernel's bytes: a file with them can be read again.
     *
     * @return the text in UTF-8, and the bytes that are not UTF-8 as they were
     */
    public byte[] toBytes() {
        return MountInfoBytes.encode(toString());
    }

    private MountIndex index() {
        MountIndex made = index;
        if (made == null) {
            made = new MountIndex(mounts);
            index = made;
        }
        return made;
    }

    static String normalise(String path) {
        return MountIndex.elements(path)
                .peek(element -> refuseDotDot(element, path))
                .collect(Collectors.joining("/", "/", ""));
    }

    private static void refuseDotDot(String element, String path) {
        if (element.equals("..")) {
            throw new IllegalArgumentException("path must not contain \"..\", but is \"" + path
                    + "\"; what that means depends on symbolic links, so have it resolved (SymbolicLinks)");
        }
    }
}
