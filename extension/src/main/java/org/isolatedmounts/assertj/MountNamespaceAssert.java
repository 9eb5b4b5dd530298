package org.isolatedmounts.assertj;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.assertj.core.annotation.CheckReturnValue;
import org.isolatedmounts.mountinfo.MountTable;
import org.isolatedmounts.namespace.MountNamespace;
import org.isolatedmounts.namespace.NamespaceId;
import org.isolatedmounts.namespace.NamespaceMembers;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a mount namespace; two handles on the same one are equal. Where {@code /proc} cannot be read they throw
 * an {@link UncheckedIOException}.
 *
 * <p>The examples are about the {@code namespace} and the {@code current} one of {@link MountAssertions}.
 */
public class MountNamespaceAssert extends AbstractMountAssert<MountNamespaceAssert, MountNamespace> {

    private interface Question<A> {
        A ask() throws IOException;
    }

    /**
     * For {@link MountAssertions#assertThat(MountNamespace)}, and for AssertJ, which makes soft assertions from it.
     *
     * @param actual the namespace
     */
    public MountNamespaceAssert(@Nullable MountNamespace actual) {
        super(actual, MountNamespaceAssert.class);
    }

    /**
     * Verifies that it is the namespace of the calling thread.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(current).isCurrent();
     * // fails
     * assertThat(namespace).isCurrent();</code></pre>
     *
     * @return this
     */
    public MountNamespaceAssert isCurrent() {
        isNotNull();
        NamespaceId current = idOfCurrent();
        if (!actual.id().equals(current)) {
            throw failure("Expecting " + actual + " to be the mount namespace of this thread, but that is " + current);
        }
        return myself;
    }

    /**
     * Verifies that it is not the namespace of the calling thread.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(namespace).isNotCurrent();
     * // fails
     * assertThat(current).isNotCurrent();</code></pre>
     *
     * @return this
     */
    public MountNamespaceAssert isNotCurrent() {
        isNotNull();
        if (actual.id().equals(idOfCurrent())) {
            throw failure("Expecting " + actual + " not to be the mount namespace of this thread, but it is");
        }
        return myself;
    }

    /**
     * Verifies that at least one thread of a process lives there.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(current).hasProcess(ProcessHandle.current().pid());
     * // fails
     * assertThat(namespace).hasProcess(ProcessHandle.current().pid());</code></pre>
     *
     * @param pid the process id, in the pid namespace of {@code /proc}
     * @return this
     */
    public MountNamespaceAssert hasProcess(long pid) {
        isNotNull();
        NamespaceMembers members = get(actual::members);
        if (!members.processes().contains(pid)) {
            throw failure("Expecting process " + pid + " to live in " + actual + ", but there " + inhabitants(members));
        }
        return myself;
    }

    /**
     * Verifies that no thread of a process lives there, as far as the process may be looked at.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(namespace).doesNotHaveProcess(ProcessHandle.current().pid());
     * // fails
     * assertThat(current).doesNotHaveProcess(ProcessHandle.current().pid());</code></pre>
     *
     * @param pid the process id, in the pid namespace of {@code /proc}
     * @return this
     */
    public MountNamespaceAssert doesNotHaveProcess(long pid) {
        isNotNull();
        NamespaceMembers members = get(actual::members);
        if (members.processes().contains(pid)) {
            throw failure(
                    "Expecting process " + pid + " not to live in " + actual + ", but there " + inhabitants(members));
        }
        return myself;
    }

    /**
     * Verifies that nobody lives there, as far as processes may be looked at. The namespace goes on to exist while a
     * handle on it is open.
     *
     * <pre><code class="java">
     * // passes
     * MountNamespace abandoned;
     * try (MountNamespace lived = MountNamespace.create()) {
     *     abandoned = MountNamespace.ofProcess(lived.members().threads().get(0).pid());
     * }
     * assertThat(abandoned).hasNoProcesses();
     * abandoned.close();
     * // fails
     * assertThat(current).hasNoProcesses();</code></pre>
     *
     * @return this
     */
    public MountNamespaceAssert hasNoProcesses() {
        isNotNull();
        NamespaceMembers members = get(actual::members);
        if (!members.threads().isEmpty()) {
            throw failure("Expecting nobody to live in " + actual + ", but there " + inhabitants(members));
        }
        return myself;
    }

    /**
     * Verifies which user namespace owns it: who has {@code CAP_SYS_ADMIN} there may mount in it.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(namespace).isOwnedBy(namespace.owner());
     * // fails
     * assertThat(namespace).isOwnedBy(new NamespaceId("user", 4, 1));</code></pre>
     *
     * @param userNamespace the identity of the user namespace
     * @return this
     */
    public MountNamespaceAssert isOwnedBy(NamespaceId userNamespace) {
        isNotNull();
        NamespaceId owner = get(actual::owner);
        if (!owner.equals(userNamespace)) {
            throw failure("Expecting " + actual + " to be owned by " + userNamespace + ", but its owner is " + owner);
        }
        return myself;
    }

    /**
     * Goes on with what is mounted there at this moment; see {@link MountNamespace#mountTable}.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(namespace).mountTable().mountAt("/").isPrivate();
     * // fails
     * assertThat(namespace).mountTable().hasMountAt("/nowhere");</code></pre>
     *
     * @return assertions on the table
     */
    @CheckReturnValue
    public MountTableAssert mountTable() {
        Supplier<MountTable> table = () -> {
            isNotNull();
            return get(actual::mountTable);
        };
        return navigate(table, MountTableAssert::new, MountSoftAssertionsProvider::assertThat);
    }

    private static NamespaceId idOfCurrent() {
        return get(() -> {
            try (MountNamespace current = MountNamespace.current()) {
                return current.id();
            }
        });
    }

    private static String inhabitants(NamespaceMembers members) {
        return members.threads().isEmpty()
                ? "lives nobody that may be looked at"
                : "live these threads:\n" + Excerpt.shortened(members.toString());
    }

    private static <A> A get(Question<A> question) {
        try {
            return question.ask();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
