package org.isolatedmounts.assertj;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isolatedmounts.mountinfo.MountTable;

/** What the Javadoc of the assertions shows: the table that the examples are about, and the examples. */
final class Examples {

    /** A passing and a failing piece of code. */
    record Example(String place, String passes, String fails) {}

    private static final Path SOURCES = Path.of("src/main/java/org/isolatedmounts/assertj");

    private static final Pattern TABLE = Pattern.compile("<pre>\n(.*?)</pre>", Pattern.DOTALL);

    /** A comment, annotations, and what is declared up to the name of the method; the text of the comment is group 1. */
    private static final Pattern METHOD = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+(?:@\\w+\\s+)*(?:public|default) [^({=;]*?(\\w+)\\(([^)]*)\\)",
            Pattern.DOTALL);

    private static final Pattern EXAMPLE = Pattern.compile(
            "<pre><code class=\"java\">\\s*// passes\n(.*?)// fails\n(.*?)</code></pre>", Pattern.DOTALL);

    static final String TABLE_TEXT = tableText();
    static final MountTable TABLE_OF_EXAMPLES = MountTable.parse(TABLE_TEXT);
    static final MountTable BEFORE = MountTable.parse(
            TABLE_TEXT.lines().filter(line -> !line.contains("/data/cache")).collect(joining("\n", "", "\n")));

    private Examples() {}

    /** All methods that promise something, by the name of their class; constructors and variants for paths have no example. */
    static List<Example> of(Class<?> type) {
        Stream<MatchResult> methods = METHOD.matcher(source(type)).results();
        return methods.filter(method -> !method.group(2).equals(type.getSimpleName()))
                .filter(method -> !method.group(3).startsWith("Path "))
                .map(method -> example(
                        type.getSimpleName() + "." + method.group(2) + "(" + method.group(3) + ")", method.group(1)))
                .toList();
    }

    private static Example example(String place, String comment) {
        Matcher matcher = EXAMPLE.matcher(withoutStars(comment));
        if (!matcher.find()) {
            throw new AssertionError(place + " has no passing and failing example in its Javadoc");
        }
        return new Example(place, matcher.group(1), matcher.group(2));
    }

    private static String tableText() {
        Matcher matcher = TABLE.matcher(withoutStars(source(MountAssertions.class)));
        if (!matcher.find()) {
            throw new AssertionError("MountAssertions shows no table");
        }
        return matcher.group(1) + "\n";
    }

    private static String source(Class<?> type) {
        try {
            return Files.readString(SOURCES.resolve(type.getSimpleName() + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutStars(String comment) {
        return comment.replaceAll("(?m)^ *\\* ?", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
