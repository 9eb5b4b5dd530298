package org.isolatedmounts.assertj;

import org.assertj.core.annotation.CheckReturnValue;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.isolatedmounts.namespace.MountNamespace;
import org.jspecify.annotations.Nullable;

/**
 * The entry to the assertions of this package. Its {@code assertThat} is imported along with that of AssertJ, both by
 * name or both with a star; the compiler picks the right one:
 *
 * <pre><code class="java">
 * import static org.assertj.core.api.Assertions.assertThat;
 * import static org.isolatedmounts.assertj.MountAssertions.assertThat;</code></pre>
 *
 * <p>The examples in this package are about this {@code table}, in the format of proc_pid_mountinfo(5):
 *
 * <pre>
 * 1 0 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
 * 2 1 0:21 / /proc rw,nosuid,nodev,noexec - proc proc rw
 * 3 1 0:31 / /data rw,noexec - tmpfs tmpfs rw,size=64k
 * 4 1 8:1 /home/me/app /etc/app ro,relatime shared:1 - ext4 /dev/sda1 rw
 * 5 1 0:32 / /media rw master:1 - tmpfs tmpfs rw
 * 6 1 0:33 / /secret rw unbindable - tmpfs tmpfs rw
 * 7 3 0:34 / /data/cache rw - tmpfs lower rw
 * 8 7 0:35 / /data/cache rw - tmpfs upper rw</pre>
 *
 * and {@code before}, the same without the two mounts at {@code /data/cache}; about a {@code namespace} that {@link
 * MountNamespace#create} made, and {@code current}, that of the test.
 */
public final class MountAssertions {

    private MountAssertions() {}

    /**
     * Begins assertions on a mount table.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table).hasMountAt("/data").hasNoMountAt("/nowhere");
     * // fails
     * assertThat(table).hasMountAt("/nowhere");</code></pre>
     *
     * @param actual the table
     * @return assertions on it
     */
    @CheckReturnValue
    public static MountTableAssert assertThat(@Nullable MountTable actual) {
        return new MountTableAssert(actual);
    }

    /**
     * Begins assertions on one mount. Where its table is at hand, {@link MountTableAssert#mountAt(String)} makes better
     * messages.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(table.ofType("ext4").get(0)).hasMountPoint("/");
     * // fails
     * assertThat(table.ofType("ext4").get(0)).isReadOnly();</code></pre>
     *
     * @param actual the mount
     * @return assertions on it
     */
    @CheckReturnValue
    public static MountEntryAssert assertThat(@Nullable MountEntry actual) {
        return new MountEntryAssert(actual);
    }

    /**
     * Begins assertions on a mount namespace.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(namespace).isNotCurrent().mountTable().mountAt("/").isPrivate();
     * // fails
     * assertThat(namespace).isCurrent();</code></pre>
     *
     * @param actual the namespace
     * @return assertions on it
     */
    @CheckReturnValue
    public static MountNamespaceAssert assertThat(@Nullable MountNamespace actual) {
        return new MountNamespaceAssert(actual);
    }
}
