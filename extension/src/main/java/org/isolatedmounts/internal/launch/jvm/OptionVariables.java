package org.isolatedmounts.internal.launch.jvm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of the environment from which a JVM takes options. A fork gets a variable as it is, as the test and its
 * children may read it, unless there is an option in it that forks do not inherit.
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
                List<String> own = CommandLineOptions.ofVariable(name, value);
                int index = Collections.indexOfSubList(remaining, own);
                if (index >= 0) {
                    kept.put(name, value);
                    remaining.subList(index, index + own.size()).clear();
                }
            }
        }
        return new OptionVariables(kept, List.copyOf(remaining));
    }
}
