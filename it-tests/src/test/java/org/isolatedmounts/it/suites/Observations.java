package org.isolatedmounts.it.suites;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.fidelity.Recording;

/** What was told of each test and container in a run, without what is another in every JVM. */
final class Observations {

    private static final int LONG = 20_000;

    /**
     * One thing that is told of a test.
     *
     * @param test its unique id; that of the container, or none, for what is told between tests
     */
    record Aspect(String test, String what) {}

    private final Map<Aspect, String> told = new LinkedHashMap<>();
    private final Deque<String> running = new ArrayDeque<>(List.of(""));
    private String previous = "the start";

    private Observations() {}

    static Observations read(Path file) throws IOException {
        Observations observations = new Observations();
        EventFile.read(file, observations::add);
        observations.told.replaceAll((aspect, text) -> shortened(text));
        return observations;
    }

    private void add(Recording.Event event) {
        if (event.isOutput()) {
            tell(running.getFirst(), event.kind(), event.text());
            return;
        }
        String test = event.subject();
        // each comes after the same as before: then all of them come in the same order
        tell(test, event.kind() + " after", previous);
        previous = event.kind() + " " + test;
        if (event.kind().equals("started")) {
            running.addFirst(test);
        } else if (isEnd(event)) {
            running.remove(test);
        }
        tell(test, isEnd(event) ? "outcome" : event.kind(), event.kind() + " " + event.text());
    }

    private static boolean isEnd(Recording.Event event) {
        return event.kind().startsWith("test ") || event.kind().startsWith("container ");
    }

    private void tell(String test, String what, String text) {
        told.merge(new Aspect(test, what), text, String::concat);
    }

    /** Without identity hash codes, the names of lambdas and those of temporary directories. */
    private static String shortened(String text) {
        String same = text.replaceAll("@[0-9a-f]{4,8}\\b", "@")
                .replaceAll("\\$\\$Lambda[$/0-9a-fx]*", "lambda")
                .replaceAll("\\bjunit-?[0-9]+", "junit");
        return same.length() <= LONG ? same : same.length() + " characters, hash " + same.hashCode();
    }

    long tests() {
        return told.entrySet().stream()
                .filter(entry -> entry.getKey().what().equals("outcome")
                        && entry.getValue().startsWith("test "))
                .count();
    }

    /** Where another run differs from this one, in the order of this one. */
    List<Difference> differencesOf(Observations other) {
        List<Difference> differences = new ArrayList<>();
        told.forEach((aspect, text) -> {
            String theirs = other.told.getOrDefault(aspect, "");
            if (!theirs.equals(text)) {
                differences.add(new Difference(aspect, text, theirs));
            }
        });
        other.told.forEach((aspect, text) -> {
            if (!told.containsKey(aspect)) {
                differences.add(new Difference(aspect, "", text));
            }
        });
        return differences;
    }
}
