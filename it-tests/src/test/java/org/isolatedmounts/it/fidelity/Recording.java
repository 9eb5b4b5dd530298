package org.isolatedmounts.it.fidelity;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/** What a launcher told, in order. */
public record Recording(List<Event> events) {

    /**
     * One event.
     *
     * @param kind what happened
     * @param subject the unique id, or the stream, to which it happened
     */
    public record Event(String kind, String subject, String text) {

        public boolean isOutput() {
            return kind.equals("out") || kind.equals("err");
        }

        @Override
        public String toString() {
            return kind + " " + subject + (text.isEmpty() ? "" : ": " + text);
        }
    }

    public List<String> withoutOutput() {
        return events.stream()
                .filter(event -> !event.isOutput())
                .map(Event::toString)
                .toList();
    }

    /** Without what a class reports: what it reports after all of its tests is told while its last test still runs. */
    public List<String> inOrder() {
        return events.stream()
                .filter(event -> !event.isOutput())
                .filter(event ->
                        !event.kind().equals("entry") || event.subject().contains("/[method:"))
                .map(Event::toString)
                .toList();
    }

    public String output(String stream) {
        return events.stream()
                .filter(event -> event.kind().equals(stream))
                .map(Event::text)
                .collect(joining());
    }

    /** What was printed between the start and the end of the tests, not of containers. */
    public String outputDuringTests(String stream) {
        StringBuilder printed = new StringBuilder();
        boolean inTest = false;
        for (Event event : events) {
            if (event.kind().equals("started") && event.text().contains(" | TEST | ")) {
                inTest = true;
            } else if (event.kind().startsWith("test ")) {
                inTest = false;
            } else if (inTest && event.kind().equals(stream)) {
                printed.append(event.text());
            }
        }
        return printed.toString();
    }

    /** What was printed and which tests ran meanwhile, in order; what was printed in pieces to one stream is one. */
    List<String> story() {
        List<String> story = new ArrayList<>();
        String stream = "";
        for (Event event : events) {
            if (event.isOutput()) {
                int last = story.size() - 1;
                if (stream.equals(event.kind())) {
                    story.set(last, story.get(last) + event.text());
                } else {
                    story.add(event.toString());
                }
                stream = event.kind();
            } else if (event.kind().startsWith("test ") || event.text().contains(" | TEST | ")) {
                story.add(event.kind() + " " + event.subject());
                stream = "";
            }
        }
        return story;
    }

    public long count(String kind) {
        return events.stream().filter(event -> event.kind().equals(kind)).count();
    }

    /** The text with which a test, or a container, ended. */
    public String end(String idPart) {
        return events.stream()
                .filter(event -> event.kind().startsWith("test ")
                        || event.kind().startsWith("container ")
                        || event.kind().equals("skipped"))
                .filter(event -> event.subject().contains(idPart))
                .map(event -> event.kind() + ": " + event.text())
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing ended with " + idPart + " in " + this));
    }

    /** How many tests ended in which way: successful, failed, aborted, and how many tests or containers were skipped. */
    public String summary() {
        return count("test successful") + " ok, " + count("test failed") + " failed, " + count("test aborted")
                + " aborted, " + count("skipped") + " skipped"
                + (count("container failed") + count("container aborted") == 0
                        ? ""
                        : ", containers: " + count("container failed") + " failed, " + count("container aborted")
                                + " aborted");
    }

    @Override
    public String toString() {
        return events.stream().map(Event::toString).collect(joining("\n"));
    }
}
