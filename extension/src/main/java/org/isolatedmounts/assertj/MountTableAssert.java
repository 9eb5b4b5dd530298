package org.isolatedmounts.assertj;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.annotation.CheckReturnValue;
import org.isolatedmounts.mountinfo.MountChange;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.isolatedmounts.mountinfo.MountTableDiff;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on the mounts that a process sees. Paths are those of {@link MountTable}: absolute, without {@code ..},
 * symbolic links are not followed. Failures show the part of the mount tree that matters, in 20 lines or little more.
 *
 * <p>The examples are about the {@code table} of {@link MountAssertions}.
 */
public class MountTableAssert extends AbstractMountAssert<MountTableAssert, MountTable> {

    /**
     * For {@link MountAssertions#assertThat(MountTable)}, and for AssertJ, which makes soft assertions from it.
     *
     * @param actual the table
     */
    public MountTableAssert(@Nullable MountTable actual) {
        super(actual, MountTableAssert.class);
    }

    /**
     * Verifies that a mount is seen at a mount point.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).hasMountAt("/data");
     * // fails
     * assertThat(table).hasMountAt("/data/some/directory");</code></pre>
     *
     * @param mountPoint an absolute path
     * @return this
     */
    public MountTableAssert hasMountAt(String mountPoint) {
        isNotNull();
        if (actual.at(mountPoint).isEmpty()) {
            throw failure("Expecting a mount at " + quoted(mountPoint) + ", but " + reasonForNoMountAt(mountPoint)
                    + ":\n" + Excerpt.around(actual, mountPoint));
        }
        return myself;
    }

    private String reasonForNoMountAt(String path) {
        String place = actual.mountOf(path)
                .map(mount -> "on the mount at " + quoted(mount.mountPoint()))
                .orElse("on no mount of the table");
        return actual.allAt(path).isEmpty() ? "that path lies " + place : "it is hidden: that path lies " + place;
    }

    /**
     * As {@link #hasMountAt(String)}.
     *
     * @param mountPoint an absolute path
     * @return this
     */
    public MountTableAssert hasMountAt(Path mountPoint) {
        return hasMountAt(mountPoint.toString());
    }

    /**
     * Verifies that there is no mount at a mount point, no hidden one either. The path need not exist.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).hasNoMountAt("/data/some/directory");
     * // fails
     * assertThat(table).hasNoMountAt("/data");</code></pre>
     *
     * @param mountPoint an absolute path
     * @return this
     */
    public MountTableAssert hasNoMountAt(String mountPoint) {
        isNotNull();
        List<MountEntry> found = actual.allAt(mountPoint);
        if (!found.isEmpty()) {
            throw failure("Expecting no mount at " + quoted(mountPoint) + ", but there "
                    + (found.size() == 1 ? "is one" : "are " + found.size()) + ":\n"
                    + Excerpt.at(actual, mountPoint));
        }
        return myself;
    }

    /**
     * As {@link #hasNoMountAt(String)}.
     *
     * @param mountPoint an absolute path
     * @return this
     */
    public MountTableAssert hasNoMountAt(Path mountPoint) {
        return hasNoMountAt(mountPoint.toString());
    }

    /**
     * Verifies that a mount is seen at a mount point, and goes on with that mount: of several that are stacked with the
     * topmost.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountAt("/data").hasType("tmpfs").hasOption("noexec");
     * // fails
     * assertThat(table).mountAt("/data/some/directory").hasType("tmpfs");</code></pre>
     *
     * @param mountPoint an absolute path
     * @return assertions on the mount
     */
    @CheckReturnValue
    public MountEntryAssert mountAt(String mountPoint) {
        return goTo(() -> {
            hasMountAt(mountPoint);
            return actual.at(mountPoint).orElseThrow();
        });
    }

    /**
     * As {@link #mountAt(String)}.
     *
     * @param mountPoint an absolute path
     * @return assertions on the mount
     */
    @CheckReturnValue
    public MountEntryAssert mountAt(Path mountPoint) {
        return mountAt(mountPoint.toString());
    }

    /**
     * Goes on with the mount on which a path lies; see {@link MountTable#mountOf(String)}.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).mountOf("/data/some/directory").hasMountPoint("/data");
     * // fails
     * assertThat(table).mountOf("/data/some/directory").hasMountPoint("/");</code></pre>
     *
     * @param path an absolute path, which need not exist
     * @return assertions on the mount
     */
    @CheckReturnValue
    public MountEntryAssert mountOf(String path) {
        return goTo(() -> {
            isNotNull();
            return actual.mountOf(path)
                    .orElseThrow(() -> failure("Expecting " + quoted(path)
                            + " to lie on a mount, but it lies on none of the table:\n" + Excerpt.of(actual.toTree())));
        });
    }

    /**
     * As {@link #mountOf(String)}.
     *
     * @param path an absolute path, which need not exist
     * @return assertions on the mount
     */
    @CheckReturnValue
    public MountEntryAssert mountOf(Path path) {
        return mountOf(path.toString());
    }

    private MountEntryAssert goTo(Supplier<MountEntry> mount) {
        MountEntryAssert next = navigate(mount, MountEntryAssert::new, MountSoftAssertionsProvider::assertThat);
        return next.in(actual);
    }

    /**
     * Verifies that several mounts are stacked at a mount point: the topmost is seen, the others are hidden.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).isOverMounted("/data/cache");
     * // fails
     * assertThat(table).isOverMounted("/data");</code></pre>
     *
     * @param mountPoint an absolute path
     * @return this
     */
    public MountTableAssert isOverMounted(String mountPoint) {
        isNotNull();
        int found = actual.allAt(mountPoint).size();
        if (found < 2) {
            throw failure("Expecting several mounts at " + quoted(mountPoint) + ", but there is "
                    + (found == 0 ? "none" : "one") + ":\n" + Excerpt.at(actual, mountPoint));
        }
        return myself;
    }

    /**
     * Verifies that there is a mount at a mount point that no path leads to: another one covers it, at the same mount
     * point or above.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).hasHiddenMountAt("/data/cache");
     * // fails
     * assertThat(table).hasHiddenMountAt("/data");</code></pre>
     *
     * @param mountPoint an absolute path
     * @return this
     */
    public MountTableAssert hasHiddenMountAt(String mountPoint) {
        isNotNull();
        List<MountEntry> found = actual.allAt(mountPoint);
        if (found.stream().allMatch(actual::isVisible)) {
            throw failure("Expecting a hidden mount at " + quoted(mountPoint) + ", but there is "
                    + (found.isEmpty() ? "none" : "only a visible one") + ":\n" + Excerpt.at(actual, mountPoint));
        }
        return myself;
    }

    /**
     * Verifies that paths lead to all mounts.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(before).hasNoHiddenMounts();
     * // fails
     * assertThat(table).hasNoHiddenMounts();</code></pre>
     *
     * @return this
     */
    public MountTableAssert hasNoHiddenMounts() {
        isNotNull();
        List<MountEntry> hidden = actual.mounts().stream()
                .filter(mount -> !actual.isVisible(mount))
                .toList();
        if (!hidden.isEmpty()) {
            throw failure("Expecting no hidden mounts, but there "
                    + (hidden.size() == 1 ? "is one" : "are " + hidden.size()) + ":\n"
                    + Excerpt.of(actual.toTree().only(hidden)));
        }
        return myself;
    }

    /**
     * Verifies that nothing was mounted, unmounted, moved or remounted, and that no propagation changed; see {@link
     * MountTableDiff}. Mount ids may differ: the table of a namespace and that of its copy have the same mounts, where
     * their propagation is the same.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).hasSameMountsAs(MountTable.parse(table.toString()));
     * // fails
     * assertThat(table).hasSameMountsAs(before);</code></pre>
     *
     * @param before the table to compare with, as a rule an earlier one
     * @return this
     */
    public MountTableAssert hasSameMountsAs(MountTable before) {
        isNotNull();
        MountTableDiff changes = actual.changesSince(before);
        if (!changes.isEmpty()) {
            throw failure("Expecting the same mounts, but there "
                    + (changes.changes().size() == 1
                            ? "is 1 change"
                            : "are " + changes.changes().size() + " changes")
                    + ":\n" + Excerpt.shortened(changes.toString()));
        }
        return myself;
    }

    /**
     * Verifies that something changed at each of these mount points and nowhere else. A mount that was moved has changed
     * where it was and where it is.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).hasOnlyChanged(before, "/data/cache");
     * // fails
     * assertThat(table).hasOnlyChanged(before, "/data");</code></pre>
     *
     * @param before the table to compare with, as a rule an earlier one
     * @param mountPoints absolute paths
     * @return this
     */
    public MountTableAssert hasOnlyChanged(MountTable before, String... mountPoints) {
        isNotNull();
        MountTableDiff changes = actual.changesSince(before);
        Set<String> expected =
                Stream.of(mountPoints).map(MountTableAssert::normalised).collect(Collectors.toCollection(TreeSet::new));
        Set<String> changed = changes.changes().stream()
                .flatMap(MountTableAssert::mountPoints)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!changed.equals(expected)) {
            String found = changes.isEmpty() ? "nothing changed" : "it changed at " + list(changed);
            throw failure("Expecting the table to have changed at " + list(expected)
                    + (expected.isEmpty() ? "" : " only") + ", but " + found
                    + (changes.isEmpty() ? "" : ":\n" + Excerpt.shortened(changes.toString())));
        }
        return myself;
    }

    /** As mount points are written in tables. */
    private static String normalised(String path) {
        String elements = Stream.of(path.split("/"))
                .filter(element -> !element.isEmpty() && !element.equals("."))
                .collect(Collectors.joining("/"));
        return path.startsWith("/") ? "/" + elements : path;
    }

    private static Stream<String> mountPoints(MountChange change) {
        String now = change.mount().mountPoint();
        return change instanceof MountChange.Moved moved
                ? Stream.of(moved.before().mountPoint(), now)
                : Stream.of(now);
    }

    private static String list(Set<String> paths) {
        return paths.isEmpty()
                ? "no mount point"
                : paths.stream().map(AbstractMountAssert::quoted).collect(Collectors.joining(", "));
    }
}
