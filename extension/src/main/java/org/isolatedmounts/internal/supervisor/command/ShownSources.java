package org.isolatedmounts.internal.supervisor.command;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.isolatedmounts.internal.supervisor.command.Operation.Attach;
import org.isolatedmounts.internal.supervisor.command.Operation.Copied;
import org.isolatedmounts.internal.supervisor.command.Operation.Cover;
import org.isolatedmounts.internal.supervisor.command.Operation.Filled;
import org.isolatedmounts.internal.supervisor.command.Operation.Overlaid;
import org.isolatedmounts.internal.supervisor.command.Operation.Take;

/** Which sources look different, by their paths, when they are mounted than when they were taken. */
final class ShownSources {

    private final List<Operation> operations;
    private final Set<Copied> changed = Collections.newSetFromMap(new IdentityHashMap<>());

    ShownSources(List<Operation> operations) {
        this.operations = operations;
        for (int i = 0; i < operations.size(); i++) {
            // files are copied when the mount that gets them is there
            int end = operations.get(i) instanceof Attach attach && attach.tree() instanceof Filled ? i + 1 : i;
            copies(operations.get(i))
                    .filter(copy -> copy.resolved() == null
                            || operations.subList(taken(copy, end), end).stream()
                                    .anyMatch(each -> changes(copy, each)))
                    .forEach(changed::add);
        }
    }

    boolean isChanged(Copied copy) {
        return changed.contains(copy);
    }

    /** The operation by which a source is as it is to be mounted. */
    private int taken(Copied copy, int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (operations.get(i) instanceof Take take && isSame(take.copy(), copy)) {
                return i;
            }
        }
        return 0;
    }

    @SuppressWarnings("ReferenceEquality") // one source may be taken twice, at different times
    private static boolean isSame(Copied one, Copied other) {
        return one == other;
    }

    static Stream<Copied> copies(Operation operation) {
        if (operation instanceof Attach attach && attach.tree() instanceof Copied copy) {
            return Stream.of(copy);
        }
        if (operation instanceof Attach attach && attach.tree() instanceof Filled filled) {
            return Stream.of(filled.source());
        }
        return operation instanceof Attach attach && attach.tree() instanceof Overlaid overlaid
                ? overlaid.lower().stream()
                : Stream.empty();
    }

    /** Whether a source looks different afterwards: through a scaffold the entries of the directory look as before. */
    private static boolean changes(Copied copy, Operation operation) {
        String source = Objects.requireNonNull(copy.resolved());
        String target = target(operation);
        if (target.isEmpty()) {
            return false;
        }
        boolean hides = operation instanceof Cover cover
                ? source.equals(target) || isLeftOut(source, cover)
                : ResolvedPath.isAtOrBelow(source, target);
        return hides || (copy.recursive() && ResolvedPath.isAtOrBelow(target, source));
    }

    private static boolean isLeftOut(String source, Cover cover) {
        return cover.leftOut().stream()
                .anyMatch(name -> ResolvedPath.isAtOrBelow(source, ResolvedPath.child(cover.directory(), name)));
    }

    /** Where something is mounted; empty if nothing is. */
    static String target(Operation operation) {
        if (operation instanceof Attach attach) {
            return attach.mountPoint();
        }
        return operation instanceof Cover cover ? cover.directory() : "";
    }
}
