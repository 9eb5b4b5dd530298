package org.isolatedmounts.assertj;

import static org.isolatedmounts.assertj.AbstractMountAssert.quoted;

import java.util.function.Predicate;
import org.assertj.core.api.Condition;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;

/**
 * The conditions that the assertions of this package check, for where AssertJ takes a {@link Condition}: {@code is},
 * {@code has}, {@code are}, {@code filteredOn}, {@code allOf}, {@code not}.
 *
 * <pre><code class="java">
 * assertThat(table.mounts())
 *         .filteredOn(type("tmpfs"))
 *         .haveAtLeastOne(mountPoint("/data"))
 *         .areNot(shared());</code></pre>
 *
 * <p>The examples are about the {@code table} of {@link MountAssertions}.
 */
public final class MountConditions {

    private MountConditions() {}

    /**
     * A table in which a mount is seen at a mount point; see {@link MountTable#at(String)}.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).has(mountAt("/data"));
     * // fails
     * assertThat(table).has(mountAt("/nowhere"));</code></pre>
     *
     * @param mountPoint an absolute path
     * @return the condition
     */
    public static Condition<MountTable> mountAt(String mountPoint) {
        return new Condition<>(table -> table.at(mountPoint).isPresent(), "%s", "mount at " + quoted(mountPoint));
    }

    /**
     * A mount at a mount point.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table.mounts()).areExactly(2, mountPoint("/data/cache"));
     * // fails
     * assertThat(table.mounts()).haveAtLeastOne(mountPoint("/nowhere"));</code></pre>
     *
     * @param mountPoint as in the table
     * @return the condition
     */
    public static Condition<MountEntry> mountPoint(String mountPoint) {
        return condition(
                "mount point " + quoted(mountPoint), mount -> mount.mountPoint().equals(mountPoint));
    }

    /**
     * A mount of a filesystem type.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/data").has(type("tmpfs"));
     * // fails
     * assertThat(table).mountAt("/data").has(type("ext4"));</code></pre>
     *
     * @param fileSystemType such as {@code tmpfs}
     * @return the condition
     */
    public static Condition<MountEntry> type(String fileSystemType) {
        return condition(
                "type " + quoted(fileSystemType),
                mount -> mount.fileSystemType().equals(fileSystemType));
    }

    /**
     * A mount of a source.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/").has(source("/dev/sda1"));
     * // fails
     * assertThat(table).mountAt("/").has(source("/dev/sdb1"));</code></pre>
     *
     * @param source as in the table, such as {@code /dev/sda1}; may be empty
     * @return the condition
     */
    public static Condition<MountEntry> source(String source) {
        return condition("source " + quoted(source), mount -> mount.source().equals(source));
    }

    /**
     * A mount that shows a part of its filesystem, as a bind mount does.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/etc/app").has(root("/home/me/app"));
     * // fails
     * assertThat(table).mountAt("/etc/app").has(root("/"));</code></pre>
     *
     * @param root the directory or file of the filesystem that is seen at the mount point
     * @return the condition
     */
    public static Condition<MountEntry> root(String root) {
        return condition("root " + quoted(root), mount -> mount.root().equals(root));
    }

    /**
     * A mount with a mount option of its own; see mount(2).
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/data").has(option("noexec"));
     * // fails
     * assertThat(table).mountAt("/data").has(option("nosuid"));</code></pre>
     *
     * @param option such as {@code noexec}
     * @return the condition
     */
    public static Condition<MountEntry> option(String option) {
        return condition(
                "option " + quoted(option), mount -> mount.mountOptions().contains(option));
    }

    /**
     * A mount whose filesystem has an option, which all its mounts share.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/data").has(superOption("size=64k"));
     * // fails
     * assertThat(table).mountAt("/data").has(superOption("size=1m"));</code></pre>
     *
     * @param option such as {@code rw} or {@code size=64k}
     * @return the condition
     */
    public static Condition<MountEntry> superOption(String option) {
        return condition(
                "super option " + quoted(option), mount -> mount.superOptions().contains(option));
    }

    /**
     * A mount whose own options or whose filesystem keep everybody from writing; see {@link MountEntry#isReadOnly}.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/etc/app").is(readOnly());
     * // fails
     * assertThat(table).mountAt("/data").is(readOnly());</code></pre>
     *
     * @return the condition
     */
    public static Condition<MountEntry> readOnly() {
        return condition("read-only", MountEntry::isReadOnly);
    }

    /**
     * A mount that can be written on, as far as mount options go.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/data").is(readWrite());
     * // fails
     * assertThat(table).mountAt("/etc/app").is(readWrite());</code></pre>
     *
     * @return the condition
     */
    public static Condition<MountEntry> readWrite() {
        return condition("read-write", mount -> !mount.isReadOnly());
    }

    /**
     * A mount that is in a peer group; see mount_namespaces(7).
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/").is(shared());
     * // fails
     * assertThat(table).mountAt("/data").is(shared());</code></pre>
     *
     * @return the condition
     */
    public static Condition<MountEntry> shared() {
        return condition("shared", mount -> mount.propagation().isShared());
    }

    /**
     * A mount that neither sends nor receives mounts and unmounts; unbindable ones are private as well. (A method cannot be
     * named {@code private}.)
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/data").is(privateMount());
     * // fails
     * assertThat(table).mountAt("/").is(privateMount());</code></pre>
     *
     * @return the condition
     */
    public static Condition<MountEntry> privateMount() {
        return condition("private", mount -> mount.propagation().isPrivate());
    }

    /**
     * A mount that receives mounts and unmounts from a master.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/media").is(slave());
     * // fails
     * assertThat(table).mountAt("/").is(slave());</code></pre>
     *
     * @return the condition
     */
    public static Condition<MountEntry> slave() {
        return condition("a slave", mount -> mount.propagation().isSlave());
    }

    /**
     * A mount that cannot be bind-mounted.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/secret").is(unbindable());
     * // fails
     * assertThat(table).mountAt("/data").is(unbindable());</code></pre>
     *
     * @return the condition
     */
    public static Condition<MountEntry> unbindable() {
        return condition("unbindable", mount -> mount.propagation().unbindable());
    }

    /**
     * A mount in the same peer group as another one, of this or another mount namespace.
     *
     * <pre><code class="java">
     * // passes
     * MountEntry root = table.at("/").orElseThrow();
     * assertThat(table).mountAt("/etc/app").is(peerOf(root));
     * // fails
     * MountEntry data = table.at("/data").orElseThrow();
     * assertThat(table).mountAt("/etc/app").is(peerOf(data));</code></pre>
     *
     * @param other the other mount
     * @return the condition
     */
    public static Condition<MountEntry> peerOf(MountEntry other) {
        return condition(
                "a peer of the mount at " + quoted(other.mountPoint()) + " (" + other.propagation() + ")",
                mount -> mount.propagation().isShared()
                        && mount.propagation()
                                .peerGroup()
                                .equals(other.propagation().peerGroup()));
    }

    /**
     * A mount that receives from the peer group of another one, of this or another mount namespace.
     *
     * <pre><code class="java">
     * // passes
     * MountEntry root = table.at("/").orElseThrow();
     * assertThat(table).mountAt("/media").is(slaveOf(root));
     * // fails
     * MountEntry data = table.at("/data").orElseThrow();
     * assertThat(table).mountAt("/media").is(slaveOf(data));</code></pre>
     *
     * @param master the other mount
     * @return the condition
     */
    public static Condition<MountEntry> slaveOf(MountEntry master) {
        return condition(
                "a slave of the mount at " + quoted(master.mountPoint()) + " (" + master.propagation() + ")",
                mount -> mount.propagation().isSlave()
                        && mount.propagation()
                                .master()
                                .equals(master.propagation().peerGroup()));
    }

    /**
     * A mount that is mounted directly on another one of the same mount namespace.
     *
     * <pre><code class="java">
     * // passes
     * MountEntry root = table.at("/").orElseThrow();
     * assertThat(table).mountAt("/data").is(mountedOn(root));
     * // fails
     * MountEntry media = table.at("/media").orElseThrow();
     * assertThat(table).mountAt("/data").is(mountedOn(media));</code></pre>
     *
     * @param parent the other mount
     * @return the condition
     */
    public static Condition<MountEntry> mountedOn(MountEntry parent) {
        return condition(
                "mounted on the mount at " + quoted(parent.mountPoint()) + " (id " + parent.mountId() + ")",
                mount -> mount.parentId() == parent.mountId());
    }

    /**
     * A mount of the same filesystem as another one, as a bind mount and its original are.
     *
     * <pre><code class="java">
     * // passes
     * MountEntry root = table.at("/").orElseThrow();
     * assertThat(table).mountAt("/etc/app").is(onSameFileSystemAs(root));
     * // fails
     * MountEntry root = table.at("/").orElseThrow();
     * assertThat(table).mountAt("/data").is(onSameFileSystemAs(root));</code></pre>
     *
     * @param other the other mount
     * @return the condition
     */
    public static Condition<MountEntry> onSameFileSystemAs(MountEntry other) {
        return condition(
                "on the filesystem of the mount at " + quoted(other.mountPoint()) + " (device " + other.device() + ")",
                mount -> mount.device().equals(other.device()));
    }

    /** The description is written as it is: it may contain what would be a format specifier. */
    private static Condition<MountEntry> condition(String description, Predicate<MountEntry> predicate) {
        return new Condition<>(predicate, "%s", description);
    }
}
