package org.isolatedmounts.internal.layout;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.internal.parameter.Parameter;
import org.junit.platform.commons.JUnitException;

/** Patterns for class names, separated by commas; those that begin with {@code !} exempt what the others match. */
record ClassNamePatterns(List<Pattern> included, List<Pattern> excluded) {

    static final ClassNamePatterns NONE = new ClassNamePatterns(List.of(), List.of());

    private static final String NOT = "!";

    /** What can stand in no name of a class: it would never match, and tests would run un-isolated. */
    private static final Pattern UNHEARD_OF = Pattern.compile("[/;\\[]");

    /** @throws JUnitException for a value that cannot match anything */
    static ClassNamePatterns parse(String value) {
        if (value.isBlank()) {
            throw Parameter.EVERYWHERE.mistake("is blank");
        }
        List<String> globs = Stream.of(value.split(","))
                .map(String::trim)
                .filter(glob -> !glob.isEmpty())
                .toList();
        globs.stream().filter(glob -> isHopeless(withoutNot(glob))).findFirst().ifPresent(glob -> {
            throw Parameter.EVERYWHERE.mistake("has `" + glob + "`, which matches no class");
        });
        ClassNamePatterns patterns = new ClassNamePatterns(
                globs.stream()
                        .filter(glob -> !isNot(glob))
                        .map(ClassNamePatterns::pattern)
                        .toList(),
                globs.stream()
                        .filter(ClassNamePatterns::isNot)
                        .map(glob -> pattern(withoutNot(glob)))
                        .toList());
        if (patterns.included.isEmpty()) {
            throw Parameter.EVERYWHERE.mistake("is `" + value + "`, which matches no class");
        }
        return patterns;
    }

    boolean isEmpty() {
        return included.isEmpty();
    }

    /** Whether they match a class or one around it, and exempt neither. */
    boolean match(List<Class<?>> testClasses) {
        return include(testClasses) && !matchesAny(excluded, testClasses);
    }

    /** Whether they match a class or one around it, exempt or not. */
    boolean include(List<Class<?>> testClasses) {
        return matchesAny(included, testClasses);
    }

    private static boolean matchesAny(List<Pattern> patterns, List<Class<?>> classes) {
        return patterns.stream()
                .anyMatch(pattern -> classes.stream()
                        .anyMatch(type -> pattern.matcher(type.getName()).matches()));
    }

    private static boolean isNot(String glob) {
        return glob.startsWith(NOT);
    }

    private static String withoutNot(String glob) {
        return isNot(glob) ? glob.substring(NOT.length()) : glob;
    }

    private static boolean isHopeless(String glob) {
        return glob.isEmpty() || UNHEARD_OF.matcher(glob).find();
    }

    /** As in JUnit's own parameters, {@code *} stands for any characters. */
    private static Pattern pattern(String glob) {
        return Pattern.compile(
                Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
