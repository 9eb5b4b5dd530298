package org.isolatedmounts.internal.launch.jvm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of the environment from which a JVM takes options. A fork gets them as they are, as the test and its children
 * may read them, unless one of them holds an option that forks do not inherit: then it gets none, as on the command line the
 * others of that one would stand behind what is meant to win over them.
 *
 * @param kept for the environment of the fork
 * @param remaining options, which are in none of them
 */
record OptionVariables(Map<String, String> kept, List<String> remaining) {

    private static final List<String> NAMES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** @param options of a fork, those of the host's variables among them */
    static OptionVariables of(Map<String, String> environment, List<String> options) {
        Map<String, String> kept = new LinkedHashMap<>();
        List<String> remaining = new ArrayList<>(options);
        for (String name : NAMES) {
            String value = environment.get(name);
            if (value != null) {
                kept.put(name, value);
                Optional<List<String>> own = CommandLineOptions.ofVariable(name, value);
                int index = own.map(words -> Collections.indexOfSubList(remaining, words))
                        .orElse(-1);
                if (index < 0) {
                    return new OptionVariables(Map.of(), options);
                }
                remaining.subList(index, index + own.get().size()).clear();
            }
        }
        return new OptionVariables(kept, List.copyOf(remaining));
    }
}
