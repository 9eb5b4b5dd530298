package org.isolatedmounts.it.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that a launcher told of a run, in order.
 *
 * @param ended whether it came to its end
 */
record Tale(List<Told> events, boolean ended) {

    static Tale read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        boolean ended = lines.contains(Told.END);
        return new Tale(
                lines.stream()
                        .filter(line -> !line.equals(Told.END))
                        .map(Told::parse)
                        .toList(),
                ended);
    }

    /** How everything ended that was skipped or has finished, by unique id. */
    Map<String, Outcome> outcomes() {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Told told : events) {
            if (told.kind() == Told.Kind.SKIPPED || told.kind() == Told.Kind.FINISHED) {
                outcomes.put(told.id(), told.outcome());
            }
        }
        return outcomes;
    }

    /** What was registered while the tests ran. */
    Set<String> registered() {
        return ids(Told.Kind.REGISTERED);
    }

    Set<String> ids(Told.Kind kind) {
        return events.stream()
                .filter(told -> told.kind() == kind)
                .map(Told::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The tests that have succeeded. */
    List<String> successfulTests() {
        return events.stream()
                .filter(told -> told.isTest() && told.outcome().status().equals("SUCCESSFUL"))
                .map(Told::id)
                .toList();
    }

    /** What no launcher may tell, whatever tests do: all starts and ends once, and within what is around it. */
    List<String> disorder() {
        List<String> disorder = new ArrayList<>();
        Set<String> registered = new LinkedHashSet<>();
        Set<String> open = new LinkedHashSet<>();
        Set<String> over = new LinkedHashSet<>();
        Map<String, String> parents = new LinkedHashMap<>();
        for (Told told : events) {
            parents.put(told.id(), told.parent());
            boolean holds = switch (told.kind()) {
                case REGISTERED -> registered.add(told.id()) && !open.contains(told.id()) && !over.contains(told.id());
                case STARTED -> isWithin(told, open) && !over.contains(told.id()) && open.add(told.id());
                case SKIPPED -> isWithin(told, open) && !open.contains(told.id()) && over.add(told.id());
                case FINISHED ->
                    open.remove(told.id())
                            && open.stream().noneMatch(id -> told.id().equals(parents.get(id)))
                            && over.add(told.id());
            };
            if (!holds) {
                disorder.add("in disorder: " + told);
            }
        }
        open.forEach(id -> disorder.add("never finished: " + id));
        return disorder;
    }

    private static boolean isWithin(Told told, Set<String> open) {
        return told.parent().isEmpty() || open.contains(told.parent());
    }

    @Override
    public String toString() {
        return events.stream().map(Told::toString).collect(Collectors.joining("\n"));
    }
}
