package org.isolatedmounts.it.storm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * One thing that a launcher told.
 *
 * @param parent the unique id, empty for none
 */
record Told(Kind kind, String id, String parent, boolean isTest, Outcome outcome) {

    /** The last line of a run that has come to its end. */
    static final String END = "end";

    enum Kind {
        REGISTERED,
        STARTED,
        SKIPPED,
        FINISHED
    }

    String toLine() {
        return String.join(
                "\t",
                kind.name(),
                id,
                parent,
                Boolean.toString(isTest),
                outcome.status(),
                outcome.throwable(),
                Base64.getEncoder().encodeToString(outcome.message().getBytes(UTF_8)));
    }

    static Told parse(String line) {
        String[] words = line.split("\t", -1);
        String message = new String(Base64.getDecoder().decode(words[6]), UTF_8);
        return new Told(
                Kind.valueOf(words[0]),
                words[1],
                words[2],
                Boolean.parseBoolean(words[3]),
                new Outcome(words[4], words[5], message));
    }

    @Override
    public String toString() {
        return kind + " " + id + (outcome.status().isEmpty() ? "" : " " + outcome);
    }
}
