package org.isolatedmounts.internal.doctor;

import java.util.List;

/** What is asked for on the command line. */
sealed interface Arguments {

    record Examine(boolean json) implements Arguments {}

    record Help() implements Arguments {}

    /** A word that should not be there, or one that should; the message says what to write instead. */
    record Mistake(String message) implements Arguments {}

    static Arguments parse(List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            return new Help();
        }
        if (words.isEmpty()) {
            return new Mistake("The command is missing; there is one: doctor");
        }
        if (!words.get(0).equals("doctor")) {
            return new Mistake("The command must be doctor, but is `" + words.get(0) + "`");
        }
        List<String> options = words.subList(1, words.size());
        return options.stream()
                .filter(option -> !option.equals("--json"))
                .findFirst()
                .<Arguments>map(option ->
                        new Mistake("The options of doctor are --json and --help, but one is `" + option + "`"))
                .orElseGet(() -> new Examine(!options.isEmpty()));
    }
}
