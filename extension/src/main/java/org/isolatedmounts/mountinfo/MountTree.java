package org.isolatedmounts.mountinfo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The mounts of a table as the tree that they form, for a terminal: one line each, below the mount on which it is
 * mounted, in the kernel's order. {@link #toString} draws it; {@link #below}, {@link #only} and {@link #visible} leave
 * parts of it out.
 *
 * <p>A line has mount point, filesystem type, source, with the root in brackets if that is not the whole filesystem,
 * mount options and propagation; a mount that no path leads to, because others cover it, is marked {@code (hidden)}.
 */
public final class MountTree {

    private record Line(String left, MountEntry mount) {}

    private record Branch(String indent, String fork, String below, MountEntry mount) {}

    private final MountTable table;
    private final Set<MountEntry> shown;

    private MountTree(MountTable table, Set<MountEntry> shown) {
        this.table = table;
        this.shown = shown;
    }

    static MountTree of(MountTable table) {
        return new MountTree(table, identitySet(table.mounts()));
    }

    /**
     * The tree without what is mounted elsewhere.
     *
     * @param path an absolute path
     * @return the mounts whose mount point is the path or lies below it, and their ancestors
     * @throws IllegalArgumentException if the path is relative or contains {@code ..}
     */
    public MountTree below(String path) {
        String normalised = MountTable.normalise(path);
        return where(mount -> MountIndex.isOnOrBelow(mount.mountPoint(), normalised));
    }

    /**
     * The tree without what does not matter.
     *
     * @param mounts mounts of the table; what the table does not contain is ignored
     * @return these mounts and their ancestors
     */
    public MountTree only(Collection<MountEntry> mounts) {
        return where(Set.copyOf(mounts)::contains);
    }

    /**
     * The tree that a process can see.
     *
     * @return the mounts that some path leads to, and their ancestors
     */
    public MountTree visible() {
        return where(table::isVisible);
    }

    private MountTree where(Predicate<MountEntry> predicate) {
        Set<MountEntry> kept = identitySet(List.of());
        for (MountEntry mount : shown) {
            if (predicate.test(mount)) {
                MountEntry ancestor = mount;
                while (ancestor != null && kept.add(ancestor)) {
                    ancestor = table.parent(ancestor).orElse(null);
                }
            }
        }
        return new MountTree(table, kept);
    }

    private static Set<MountEntry> identitySet(Collection<MountEntry> mounts) {
        Set<MountEntry> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(mounts);
        return set;
    }

    /**
     * The mounts in the tree.
     *
     * @return the mounts, ancestors included, in the kernel's order
     */
    public List<MountEntry> mounts() {
        return table.mounts().stream().filter(shown::contains).toList();
    }

    /**
     * The drawing, with the lines of a box drawn in Unicode. Control characters and bytes that are not UTF-8 are written
     * as octal escapes.
     *
     * @return one line for each mount; empty if there is none
     */
    @Override
    public String toString() {
        return draw("├─ ", "│  ", "└─ ");
    }

    /**
     * The drawing, for terminals and logs that have nothing but ASCII. Names are as they are.
     *
     * @return one line for each mount; empty if there is none
     */
    public String toAscii() {
        return draw("|- ", "|  ", "`- ");
    }

    private String draw(String fork, String trunk, String lastFork) {
        List<Line> lines = lines(fork, trunk, lastFork);
        MountTextTable text = new MountTextTable();
        for (Line line : lines) {
            MountEntry mount = line.mount();
            text.add(
                    line.left() + MountText.visible(mount.mountPoint()) + (table.isVisible(mount) ? "" : " (hidden)"),
                    MountText.visible(mount.fileSystemType()),
                    MountText.source(mount),
                    MountText.options(mount.mountOptions()),
                    MountText.propagation(mount));
        }
        return text.toString();
    }

    /** Without recursion: mounts can be stacked by the thousand. */
    private List<Line> lines(String fork, String trunk, String lastFork) {
        List<Line> lines = new ArrayList<>();
        Set<MountEntry> drawn = identitySet(List.of());
        Deque<Branch> pending = new ArrayDeque<>();
        push(pending, "", table.roots(), "", "", "");
        while (!pending.isEmpty()) {
            Branch branch = pending.pop();
            if (drawn.add(branch.mount())) {
                lines.add(new Line(branch.indent() + branch.fork(), branch.mount()));
                push(pending, branch.indent() + branch.below(), table.children(branch.mount()), fork, trunk, lastFork);
            }
        }
        return lines;
    }

    private void push(
            Deque<Branch> pending, String indent, List<MountEntry> mounts, String fork, String trunk, String lastFork) {
        List<MountEntry> here = mounts.stream().filter(shown::contains).toList();
        for (int i = here.size() - 1; i >= 0; i--) {
            boolean last = i == here.size() - 1;
            pending.push(new Branch(
                    indent, last ? lastFork : fork, last ? " ".repeat(lastFork.length()) : trunk, here.get(i)));
        }
    }
}
