package org.isolatedmounts.it.storm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which tests share a fork. */
final class ForkGroups {

    private static final Pattern ID = Pattern.compile(
            "(?<testClass>\\[engine:junit-jupiter\\]/\\[class(-template)?:[\\w.]*\\.(?<name>\\w+)\\]).*");

    private static final Pattern OF_METHOD =
            Pattern.compile("(?<factory>.*?/\\[test-factory:[^\\]]*\\]).*|.*/\\[(method|test-template):.*");

    private final boolean perClass;

    ForkGroups(Storm storm) {
        perClass = storm.isPerClass();
    }

    /** The unique id of what runs in one fork with a test; nothing if the test is not isolated. */
    Optional<String> of(String id) {
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String testClass = matcher.group("testClass");
        return switch (matcher.group("name")) {
            case "PlainTestCase" -> Optional.empty();
            case "PerClassTestCase", "TemplateTestCase" -> Optional.of(testClass);
            case "PerTestTestCase" -> ofMethod(id);
            case "MixedTestCase" -> id.matches(".*:(first|repeated|streamed)\\(.*") ? ofMethod(id) : Optional.empty();
            default -> perClass ? Optional.of(testClass) : ofMethod(id);
        };
    }

    private static Optional<String> ofMethod(String id) {
        Matcher matcher = OF_METHOD.matcher(id);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.group("factory") == null ? id : matcher.group("factory"));
    }
}
