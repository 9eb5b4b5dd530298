package org.isolatedmounts.internal.parameter;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;

/** The names of our configuration parameters: one that does not exist is a mistake that nobody would notice. */
public final class ParameterNames {

    /** What the host and its forks tell one another, and what no user sets. */
    private static final String INTERNAL = Parameter.PREFIX + "internal.";

    static final Set<String> KNOWN =
            Stream.of(Parameter.values()).map(Parameter::key).collect(Collectors.toCollection(TreeSet::new));

    private ParameterNames() {}

    /**
     * Looks for names that begin as ours do and are none, also among the system properties of this JVM.
     *
     * @throws JUnitException that names the first of them and the nearest that exists
     */
    public static void check(Set<String> names) {
        Stream.concat(names.stream(), System.getProperties().stringPropertyNames().stream())
                .filter(name ->
                        name.startsWith(Parameter.PREFIX) && !name.startsWith(INTERNAL) && !KNOWN.contains(name))
                .min(Comparator.naturalOrder())
                .ifPresent(unknown -> {
                    throw new JUnitException("Configuration parameter `" + unknown + "` does not exist; did you mean `"
                            + nearest(unknown) + "`? There are: " + String.join(", ", KNOWN) + ".");
                });
    }

    private static String nearest(String unknown) {
        return KNOWN.stream()
                .min(Comparator.comparingInt(known -> distance(known, unknown)))
                .orElseThrow();
    }

    /** How many characters have to be changed, put in or left out, after Levenshtein. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[above.length];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int replaced = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[other.length()];
    }
}
