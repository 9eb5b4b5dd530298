package org.isolatedmounts.internal.layout.value;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ${key}} in a path: a configuration parameter of JUnit, hence a system property, too; {@code $$} is a dollar, as is
 * any other.
 */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\$|\\{([^}]*)(}?))");

    private Placeholders() {}

    public static Attribute resolved(Attribute path, Function<String, Optional<String>> parameters) {
        String resolved = PLACEHOLDER
                .matcher(path.value())
                .replaceAll(match -> Matcher.quoteReplacement(value(path, match, parameters)));
        return path.with(resolved);
    }

    private static String value(Attribute path, MatchResult match, Function<String, Optional<String>> parameters) {
        String key = match.group(2);
        if (key == null) {
            return "$";
        }
        if (match.group(3).isEmpty()) {
            throw path.breaks("must close each `${` with a `}`", "close it, or write `$$` for a dollar");
        }
        if (key.isBlank()) {
            throw path.breaks(
                    "must name a parameter in each `${...}`", "write one such as `${user.home}`, or `$$` for a dollar");
        }
        return parameters
                .apply(key)
                .orElseThrow(() -> path.breaks(
                        "must name parameters that are set in each `${...}`",
                        "`" + key
                                + "` is neither a configuration parameter of JUnit nor a system property: set it, or correct"
                                + " the name"));
    }
}
