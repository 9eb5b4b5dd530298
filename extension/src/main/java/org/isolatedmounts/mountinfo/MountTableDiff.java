package org.isolatedmounts.mountinfo;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What happened between two tables: what was mounted, unmounted, moved and remounted, and whose propagation changed. One
 * mount may have changed in several ways.
 *
 * <p>In two tables of one mount namespace a mount is known by its id. The kernel uses the id of a mount that is gone
 * again, so a mount counts as the same only if its filesystem, and the part of it that is seen, are the same too; where
 * exactly that has been unmounted and mounted anew in between, it is told as moved or unchanged.
 *
 * <p>Tables that have no mount in common by this measure, as those of a mount namespace and of its copy, are compared by
 * what stands in them: a mount counts as the same if all but the ids is equal, or else if the same filesystem is seen at
 * the same mount point, or else if it is seen only here before and only there after.
 *
 * @param changes first what is no longer there, then all others, each in the kernel's order
 */
public record MountTableDiff(List<MountChange> changes) {

    /**
     * Makes a difference.
     *
     * @throws NullPointerException if the list or an element is null
     */
    public MountTableDiff {
        changes = List.copyOf(changes);
    }

    /**
     * Compares two tables.
     *
     * @param before the earlier one, or the table of another mount namespace
     * @param after the later one
     * @return the changes that make the second out of the first
     */
    public static MountTableDiff between(MountTable before, MountTable after) {
        return new MountTableDiff(MountTableComparison.changes(
                requireNonNull(before, "before").mounts(),
                requireNonNull(after, "after").mounts()));
    }

    /**
     * Whether nothing changed.
     *
     * @return whether there is no change
     */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * What was mounted.
     *
     * @return the mounts, in the kernel's order
     */
    public List<MountEntry> mounted() {
        return of(MountChange.Mounted.class).stream()
                .map(MountChange.Mounted::mount)
                .toList();
    }

    /**
     * What was unmounted.
     *
     * @return the mounts as they were, in the kernel's order
     */
    public List<MountEntry> unmounted() {
        return of(MountChange.Unmounted.class).stream()
                .map(MountChange.Unmounted::mount)
                .toList();
    }

    /**
     * What was moved.
     *
     * @return these changes
     */
    public List<MountChange.Moved> moved() {
        return of(MountChange.Moved.class);
    }

    /**
     * Whose options changed.
     *
     * @return these changes
     */
    public List<MountChange.Remounted> remounted() {
        return of(MountChange.Remounted.class);
    }

    /**
     * Whose propagation changed.
     *
     * @return these changes
     */
    public List<MountChange.PropagationChanged> propagationChanged() {
        return of(MountChange.PropagationChanged.class);
    }

    private <C extends MountChange> List<C> of(Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * For people: the changes, one a line.
     *
     * @return the text; empty if nothing changed
     */
    @Override
    public String toString() {
        return changes.stream().map(MountChange::toString).collect(Collectors.joining("\n"));
    }
}
