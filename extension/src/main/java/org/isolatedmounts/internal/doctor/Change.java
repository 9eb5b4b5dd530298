package org.isolatedmounts.internal.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.internal.availability.StageResult;
import org.isolatedmounts.internal.availability.trial.Denial;

/**
 * A denial with its fix.
 *
 * @param users whom it concerns
 * @param required whether isolated tests do not run because of it
 */
record Change(List<User> users, boolean required, Denial denial) {

    /** What keeps tests from running comes first; what is the same for both users is said once. */
    static List<Change> of(Column... columns) {
        List<Change> changes = new ArrayList<>();
        for (Column column : columns) {
            column.survey().ifPresent(survey -> {
                survey.denial().ifPresent(denial -> add(changes, column.user(), true, denial));
                survey.stages().stream()
                        .map(StageResult::denial)
                        .flatMap(Optional::stream)
                        .filter(denial -> !survey.denial().equals(Optional.of(denial)))
                        .forEach(denial -> add(changes, column.user(), false, denial));
            });
        }
        return Stream.concat(
                        changes.stream().filter(Change::required),
                        changes.stream().filter(change -> !change.required()))
                .toList();
    }

    private static void add(List<Change> changes, User user, boolean required, Denial denial) {
        for (Change change : changes) {
            if (change.required == required && isSame(change.denial, denial)) {
                changes.set(
                        changes.indexOf(change),
                        new Change(
                                Stream.concat(change.users.stream(), Stream.of(user))
                                        .toList(),
                                required,
                                change.denial));
                return;
            }
        }
        changes.add(new Change(List.of(user), required, denial));
    }

    /** The commands that prove it differ between users. */
    private static boolean isSame(Denial one, Denial other) {
        return one.layer() == other.layer()
                && one.attempt().equals(other.attempt())
                && one.fix().equals(other.fix());
    }

    /** "root and ordinary user: creating a user namespace is denied by ...". */
    String headline() {
        return users.stream().map(User::title).collect(Collectors.joining(" and ")) + ": " + denial.attempt() + " "
                + denial.layer().predicate();
    }
}
