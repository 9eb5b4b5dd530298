package org.isolatedmounts.namespace;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who lives in a namespace, found by looking at every thread of every process in {@code /proc}. Processes start and end
 * meanwhile: what did so while they were looked at may be in or not.
 *
 * <p>A namespace without members goes on to exist while a file is open on it or bind-mounted.
 *
 * @param threads by process id and thread id
 * @param hidden how many processes did not let us look; who is neither root nor their user cannot know whether they live
 *     there
 */
public record NamespaceMembers(List<NamespaceMember> threads, int hidden) {

    /**
     * Makes a list of members.
     *
     * @throws NullPointerException if the list or an element is null
     */
    public NamespaceMembers {
        threads = List.copyOf(threads);
    }

    /**
     * The processes of which at least one thread lives there.
     *
     * @return process ids in ascending order; cannot be modified
     */
    public Set<Long> processes() {
        Set<Long> pids = new TreeSet<>();
        threads.forEach(thread -> pids.add(thread.pid()));
        return Collections.unmodifiableSet(pids);
    }

    /**
     * For people: one thread a line.
     *
     * @return the threads, and how many processes are hidden
     */
    @Override
    public String toString() {
        List<String> lines = threads.stream().map(NamespaceMember::toString).toList();
        return String.join("\n", lines) + (hidden == 0 ? "" : "\nand perhaps " + hidden + " that cannot be looked at");
    }
}
