package org.isolatedmounts.namespace;

import static java.util.Objects.requireNonNull;

/**
 * A thread that lives in a namespace. Threads of one process may live in different mount namespaces.
 *
 * @param pid the process id, in the pid namespace of {@code /proc}
 * @param tid the thread id; that of the main thread is the process id
 * @param name the name of the thread, {@code /proc/<pid>/task/<tid>/comm}; of a Java thread its first 15 bytes
 */
public record NamespaceMember(long pid, long tid, String name) {

    /**
     * Makes a member.
     *
     * @throws NullPointerException if the name is null
     */
    public NamespaceMember {
        requireNonNull(name, "name");
    }

    /**
     * For people.
     *
     * @return such as {@code sh (pid 4711)}, or {@code worker-1 (pid 4711, tid 4720)}
     */
    @Override
    public String toString() {
        return name + " (pid " + pid + (tid == pid ? "" : ", tid " + tid) + ")";
    }
}
