package org.isolatedmounts.it.storm;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isolatedmounts.it.storm.cases.Deed;

/**
 * The plain run and the isolated one of a storm: all that must be the same is, and tests that hang, exit or halt are told
 * as what they are.
 */
final class Comparison {

    private static final Outcome UNTOLD = new Outcome("untold", "", "");
    private static final String CANCELLED = "Execution cancelled";

    private final Storm storm;
    private final Casting casting;
    private final Map<String, Outcome> plain;
    private final Map<String, Outcome> isolated;
    private final Set<String> registeredPlain;
    private final Set<String> registeredIsolated;
    private final ForkGroups groups;
    /** What the tests do that end the fork of a group. */
    private final Map<String, List<Deed>> deadly;

    private final List<String> differences;

    Comparison(Storm storm, Casting casting, Tale plain, Tale isolated) {
        this.storm = storm;
        this.casting = casting;
        this.plain = plain.outcomes();
        this.isolated = isolated.outcomes();
        this.registeredPlain = plain.registered();
        this.registeredIsolated = isolated.registered();
        this.groups = new ForkGroups(storm);
        this.deadly = casting.deeds().entrySet().stream()
                .filter(deed -> deed.getValue().isFatal())
                .collect(groupingBy(
                        deed -> groups.of(deed.getKey()).orElseThrow(), mapping(Map.Entry::getValue, toList())));
        this.differences = new ArrayList<>(isolated.disorder());
    }

    List<String> differences() {
        Set<String> ids = new LinkedHashSet<>(plain.keySet());
        ids.addAll(isolated.keySet());
        ids.forEach(this::compare);
        deadly.forEach(this::checkTold);
        if (!storm.cancels()) {
            registeredIsolated.stream()
                    .filter(id -> !registeredPlain.contains(id))
                    .forEach(id -> differences.add("registered when isolated only: " + id));
            registeredPlain.stream()
                    .filter(id -> !registeredIsolated.contains(id) && !isOfDead(id))
                    .forEach(id -> differences.add("registered when plain only: " + id));
        }
        return differences;
    }

    private void compare(String id) {
        Outcome expected = plain.getOrDefault(id, UNTOLD);
        Outcome actual = isolated.getOrDefault(id, UNTOLD);
        if (!actual.equals(expected) && !isOfDead(id, actual) && !isCancelled(id, actual) && !isLeftByAll(id, actual)) {
            differences.add(id + "\n  does " + casting.deeds().get(id) + "\n  plain:    " + expected + "\n  isolated: "
                    + actual);
        }
    }

    /** Of what shares a fork with a test that ends it, nothing may be told after that, or its death. */
    private boolean isOfDead(String id, Outcome actual) {
        return isOfDead(id)
                && (actual.equals(UNTOLD)
                        || deadly.get(groups.of(id).orElseThrow()).stream().anyMatch(deed -> tells(actual, deed)));
    }

    /**
     * What a class does after its tests shows only in a fork that comes to that: in none, if each test ends its own, or if the
     * run is cancelled before the first of them begins.
     */
    private boolean isLeftByAll(String id, Outcome actual) {
        List<String> inside = plain.keySet().stream()
                .filter(each -> each.startsWith(id + "/") && groups.of(each).isPresent())
                .toList();
        return actual.status().equals("SUCCESSFUL")
                && !inside.isEmpty()
                && inside.stream()
                        .allMatch(each -> isOfDead(each) || isCancelled(each, isolated.getOrDefault(each, UNTOLD)));
    }

    private boolean isOfDead(String id) {
        return groups.of(id).filter(deadly::containsKey).isPresent();
    }

    /** Where tests run at the same time, nobody knows which of them still run when one has failed. */
    private boolean isCancelled(String id, Outcome actual) {
        return storm.cancels()
                && storm.isParallel()
                && (actual.equals(UNTOLD)
                        || actual.message().equals(CANCELLED)
                        || (plain.containsKey(id) && plain.get(id).message().equals(CANCELLED))
                        || !plain.containsKey(id));
    }

    private void checkTold(String group, List<Deed> deeds) {
        boolean told = isolated.entrySet().stream()
                .filter(end -> groups.of(end.getKey()).filter(group::equals).isPresent())
                .anyMatch(end -> deeds.stream().anyMatch(deed -> tells(end.getValue(), deed)));
        if (!told) {
            differences.add("nothing says that the fork of " + group + " ended, of " + deeds);
        }
    }

    private boolean tells(Outcome outcome, Deed deed) {
        String reason = switch (deed) {
            case HANGS ->
                "was killed because it took longer than the deadline of "
                        + storm.timeout().toSeconds() + " s";
            case EXITS -> "exited by itself, as System.exit makes it do, with exit status " + Deed.EXIT_STATUS;
            case HALTS -> "exit status " + Deed.HALT_STATUS;
            default -> throw new IllegalArgumentException(deed.name());
        };
        return outcome.isFailed() && outcome.message().contains(reason);
    }
}
