package org.isolatedmounts.assertj;

import static org.assertj.core.condition.Not.not;

import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.Condition;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on one mount. Those got by {@link MountTableAssert#mountAt(String)} show the mounts above it as well when
 * they fail. The examples are about the {@code table} of {@link MountAssertions}.
 */
public class MountEntryAssert extends AbstractMountAssert<MountEntryAssert, MountEntry> {

    private @Nullable MountTable table;

    /**
     * For {@link MountAssertions#assertThat(MountEntry)}, and for AssertJ, which makes soft assertions from it.
     *
     * @param actual the mount
     */
    public MountEntryAssert(@Nullable MountEntry actual) {
        super(actual, MountEntryAssert.class);
    }

    /** Failures show the mount in its table. */
    final MountEntryAssert in(@Nullable MountTable owner) {
        table = owner;
        return this;
    }

    /**
     * Verifies the mount point.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountOf("/data/some/file").hasMountPoint("/data");
     * // fails
     * assertThat(table).mountOf("/data/some/file").hasMountPoint("/");</code></pre>
     *
     * @param mountPoint as in the table
     * @return this
     */
    public MountEntryAssert hasMountPoint(String mountPoint) {
        return have(MountConditions.mountPoint(mountPoint), mount -> "mount point " + quoted(mount.mountPoint()));
    }

    /**
     * Verifies the filesystem type.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/data").hasType("tmpfs");
     * // fails
     * assertThat(table).mountAt("/data").hasType("ext4");</code></pre>
     *
     * @param fileSystemType such as {@code tmpfs}
     * @return this
     */
    public MountEntryAssert hasType(String fileSystemType) {
        return have(MountConditions.type(fileSystemType), mount -> "type " + quoted(mount.fileSystemType()));
    }

    /**
     * Verifies the source.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/").hasSource("/dev/sda1");
     * // fails
     * assertThat(table).mountAt("/").hasSource("/dev/sdb1");</code></pre>
     *
     * @param source as in the table, such as {@code /dev/sda1}; may be empty
     * @return this
     */
    public MountEntryAssert hasSource(String source) {
        return have(MountConditions.source(source), mount -> "source " + quoted(mount.source()));
    }

    /**
     * Verifies which part of its filesystem the mount shows: for a bind mount the directory or file that was bound.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/etc/app").hasRoot("/home/me/app");
     * // fails
     * assertThat(table).mountAt("/etc/app").hasRoot("/");</code></pre>
     *
     * @param root a path in the filesystem; {@code /} for all of it
     * @return this
     */
    public MountEntryAssert hasRoot(String root) {
        return have(MountConditions.root(root), mount -> "root " + quoted(mount.root()));
    }

    /**
     * Verifies that the mount has a mount option of its own; see mount(2).
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/data").hasOption("noexec");
     * // fails
     * assertThat(table).mountAt("/data").hasOption("nosuid");</code></pre>
     *
     * @param option such as {@code noexec}
     * @return this
     */
    public MountEntryAssert hasOption(String option) {
        return have(MountConditions.option(option), mount -> options(mount));
    }

    /**
     * Verifies that the mount has no such mount option of its own.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/data").doesNotHaveOption("nosuid");
     * // fails
     * assertThat(table).mountAt("/data").doesNotHaveOption("noexec");</code></pre>
     *
     * @param option such as {@code noexec}
     * @return this
     */
    public MountEntryAssert doesNotHaveOption(String option) {
        return haveNot(MountConditions.option(option), mount -> options(mount));
    }

    /**
     * Verifies that the filesystem, and so all its mounts, have an option.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/data").hasSuperOption("size=64k");
     * // fails
     * assertThat(table).mountAt("/data").hasSuperOption("size=1m");</code></pre>
     *
     * @param option such as {@code rw} or {@code size=64k}
     * @return this
     */
    public MountEntryAssert hasSuperOption(String option) {
        return have(MountConditions.superOption(option), mount -> superOptions(mount));
    }

    /**
     * Verifies that the filesystem has no such option.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/data").doesNotHaveSuperOption("size=1m");
     * // fails
     * assertThat(table).mountAt("/data").doesNotHaveSuperOption("size=64k");</code></pre>
     *
     * @param option such as {@code rw} or {@code size=64k}
     * @return this
     */
    public MountEntryAssert doesNotHaveSuperOption(String option) {
        return haveNot(MountConditions.superOption(option), mount -> superOptions(mount));
    }

    /**
     * Verifies that nothing can be written, because of the mount or of its filesystem; see {@link MountEntry#isReadOnly}.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/etc/app").isReadOnly();
     * // fails
     * assertThat(table).mountAt("/data").isReadOnly();</code></pre>
     *
     * @return this
     */
    public MountEntryAssert isReadOnly() {
        return be(MountConditions.readOnly(), mount -> "read-write");
    }

    /**
     * Verifies that neither the mount nor its filesystem is read-only.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/data").isReadWrite();
     * // fails
     * assertThat(table).mountAt("/etc/app").isReadWrite();</code></pre>
     *
     * @return this
     */
    public MountEntryAssert isReadWrite() {
        return be(
                MountConditions.readWrite(),
                mount -> mount.mountOptions().contains("ro") ? "read-only" : "read-only like its whole filesystem");
    }

    /**
     * Verifies that the mount is in a peer group; see mount_namespaces(7). It may be a slave as well.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/").isShared();
     * // fails
     * assertThat(table).mountAt("/data").isShared();</code></pre>
     *
     * @return this
     */
    public MountEntryAssert isShared() {
        return be(MountConditions.shared(), MountEntryAssert::propagation);
    }

    /**
     * Verifies that the mount neither sends nor receives mounts and unmounts. An unbindable one is private as well.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/data").isPrivate();
     * // fails
     * assertThat(table).mountAt("/").isPrivate();</code></pre>
     *
     * @return this
     */
    public MountEntryAssert isPrivate() {
        return be(MountConditions.privateMount(), MountEntryAssert::propagation);
    }

    /**
     * Verifies that the mount receives mounts and unmounts from a master. It may be shared as well.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/media").isSlave();
     * // fails
     * assertThat(table).mountAt("/").isSlave();</code></pre>
     *
     * @return this
     */
    public MountEntryAssert isSlave() {
        return be(MountConditions.slave(), MountEntryAssert::propagation);
    }

    /**
     * Verifies that the mount cannot be bind-mounted.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/secret").isUnbindable();
     * // fails
     * assertThat(table).mountAt("/data").isUnbindable();</code></pre>
     *
     * @return this
     */
    public MountEntryAssert isUnbindable() {
        return be(MountConditions.unbindable(), MountEntryAssert::propagation);
    }

    /**
     * Verifies that the mount is in the same peer group as another one: both send each other their events. The other one may
     * be of the table of another mount namespace.
     *
     * <pre><code class="java">
     * // passes
     * MountEntry root = table.at("/").orElseThrow();
     * assertThat(table).mountAt("/etc/app").isPeerOf(root);
     * // fails
     * MountEntry data = table.at("/data").orElseThrow();
     * assertThat(table).mountAt("/etc/app").isPeerOf(data);</code></pre>
     *
     * @param other the other mount
     * @return this
     */
    public MountEntryAssert isPeerOf(MountEntry other) {
        return be(MountConditions.peerOf(other), MountEntryAssert::propagation);
    }

    /**
     * Verifies that the mount is in no peer group with another one.
     *
     * <pre><code class="java">
     * // passes
     * MountEntry data = table.at("/data").orElseThrow();
     * assertThat(table).mountAt("/etc/app").isNotPeerOf(data);
     * // fails
     * MountEntry root = table.at("/").orElseThrow();
     * assertThat(table).mountAt("/etc/app").isNotPeerOf(root);</code></pre>
     *
     * @param other the other mount
     * @return this
     */
    public MountEntryAssert isNotPeerOf(MountEntry other) {
        return beNot(MountConditions.peerOf(other), MountEntryAssert::propagation);
    }

    /**
     * Verifies that the mount receives from the peer group of another one, which may be of the table of another mount
     * namespace.
     *
     * <pre><code class="java">
     * // passes
     * MountEntry root = table.at("/").orElseThrow();
     * assertThat(table).mountAt("/media").isSlaveOf(root);
     * // fails
     * MountEntry data = table.at("/data").orElseThrow();
     * assertThat(table).mountAt("/media").isSlaveOf(data);</code></pre>
     *
     * @param master the other mount
     * @return this
     */
    public MountEntryAssert isSlaveOf(MountEntry master) {
        return be(MountConditions.slaveOf(master), MountEntryAssert::propagation);
    }

    /**
     * Verifies on which mount this one is mounted. One that is mounted on another at the same mount point covers it.
     *
     * <pre><code class="java">
     * // passes
     * MountEntry data = table.at("/data").orElseThrow();
     * MountEntry lower = table.allAt("/data/cache").get(0);
     * assertThat(lower).isMountedOn(data);
     * assertThat(table).mountAt("/data/cache").isMountedOn(lower);
     * // fails
     * MountEntry data = table.at("/data").orElseThrow();
     * assertThat(table).mountAt("/data/cache").isMountedOn(data);</code></pre>
     *
     * @param parent the other mount, of the same mount namespace
     * @return this
     */
    public MountEntryAssert isMountedOn(MountEntry parent) {
        return be(MountConditions.mountedOn(parent), mount -> "mounted on the one with id " + mount.parentId());
    }

    /**
     * Verifies that both are mounts of one filesystem, as a bind mount and its original are.
     *
     * <pre><code class="java">
     * // passes
     * MountEntry root = table.at("/").orElseThrow();
     * assertThat(table).mountAt("/etc/app").isOnSameFileSystemAs(root);
     * // fails
     * MountEntry root = table.at("/").orElseThrow();
     * assertThat(table).mountAt("/data").isOnSameFileSystemAs(root);</code></pre>
     *
     * @param other the other mount
     * @return this
     */
    public MountEntryAssert isOnSameFileSystemAs(MountEntry other) {
        return be(MountConditions.onSameFileSystemAs(other), mount -> "on device " + mount.device());
    }

    private static String options(MountEntry mount) {
        return "options " + list(mount.mountOptions());
    }

    private static String superOptions(MountEntry mount) {
        return "super options " + list(mount.superOptions());
    }

    private static String list(List<String> options) {
        return String.join(",", options);
    }

    private static String propagation(MountEntry mount) {
        return mount.propagation().toString();
    }

    private MountEntryAssert have(Condition<MountEntry> condition, Function<MountEntry, String> found) {
        return verify(condition, "to have " + condition.description(), mount -> "has " + found.apply(mount));
    }

    private MountEntryAssert haveNot(Condition<MountEntry> condition, Function<MountEntry, String> found) {
        return verify(not(condition), "not to have " + condition.description(), mount -> "has " + found.apply(mount));
    }

    private MountEntryAssert be(Condition<MountEntry> condition, Function<MountEntry, String> found) {
        return verify(condition, "to be " + condition.description(), mount -> "is " + found.apply(mount));
    }

    private MountEntryAssert beNot(Condition<MountEntry> condition, Function<MountEntry, String> found) {
        return verify(not(condition), "not to be " + condition.description(), mount -> "is " + found.apply(mount));
    }

    private MountEntryAssert verify(
            Condition<MountEntry> condition, String expected, Function<MountEntry, String> found) {
        isNotNull();
        if (!condition.matches(actual)) {
            throw failure("Expecting the mount at " + quoted(actual.mountPoint()) + " " + expected + ", but it "
                    + found.apply(actual) + ":\n" + excerpt());
        }
        return myself;
    }

    private String excerpt() {
        return table == null ? actual.summary() : Excerpt.of(table, actual);
    }
}
