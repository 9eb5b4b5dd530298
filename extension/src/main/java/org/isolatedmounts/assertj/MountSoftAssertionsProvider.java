package org.isolatedmounts.assertj;

import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.SoftAssertionsProvider;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.isolatedmounts.namespace.MountNamespace;
import org.jspecify.annotations.Nullable;

/** Soft assertions on mounts and their namespaces, to be mixed into soft assertions of your own; else use {@link MountSoftAssertions}. */
public interface MountSoftAssertionsProvider extends SoftAssertionsProvider {

    /**
     * Begins assertions on a mount table, and on the mounts that one navigates to from there, whose failures are
     * collected.
     *
     * <pre><code class="java">
     * // passes
     * MountSoftAssertions softly = new MountSoftAssertions();
     * softly.assertThat(table).hasMountAt("/data").mountAt("/etc/app").isReadOnly();
     * softly.assertAll();
     * // fails
     * MountSoftAssertions softly = new MountSoftAssertions();
     * softly.assertThat(table).hasMountAt("/nowhere").mountAt("/data").isReadOnly().isShared(); // reports all three
     * softly.assertAll();</code></pre>
     *
     * @param actual the table
     * @return assertions on it
     */
    @CheckReturnValue
    default MountTableAssert assertThat(@Nullable MountTable actual) {
        return proxy(MountTableAssert.class, MountTable.class, actual).collectingIn(this);
    }

    /**
     * Begins assertions on one mount, whose failures are collected.
     *
     * <pre><code class="java">
     * // passes
     * MountSoftAssertions softly = new MountSoftAssertions();
     * softly.assertThat(table.ofType("ext4").get(0)).hasMountPoint("/").isShared();
     * softly.assertAll();
     * // fails
     * MountSoftAssertions softly = new MountSoftAssertions();
     * softly.assertThat(table.ofType("ext4").get(0)).isReadOnly().isPrivate(); // reports both
     * softly.assertAll();</code></pre>
     *
     * @param actual the mount
     * @return assertions on it
     */
    @CheckReturnValue
    default MountEntryAssert assertThat(@Nullable MountEntry actual) {
        return proxy(MountEntryAssert.class, MountEntry.class, actual);
    }

    /**
     * Begins assertions on a mount namespace and on what is mounted there, whose failures are collected.
     *
     * <pre><code class="java">
     * // passes
     * MountSoftAssertions softly = new MountSoftAssertions();
     * softly.assertThat(namespace).isNotCurrent().mountTable().mountAt("/").isPrivate();
     * softly.assertAll();
     * // fails
     * MountSoftAssertions softly = new MountSoftAssertions();
     * softly.assertThat(namespace).isCurrent().mountTable().mountAt("/").isShared(); // reports both
     * softly.assertAll();</code></pre>
     *
     * @param actual the namespace
     * @return assertions on it
     */
    @CheckReturnValue
    default MountNamespaceAssert assertThat(@Nullable MountNamespace actual) {
        return proxy(MountNamespaceAssert.class, MountNamespace.class, actual).collectingIn(this);
    }
}
