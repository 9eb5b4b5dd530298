package org.isolatedmounts.internal.discovery;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which invocation of a template a fork runs, counted from 1. */
final class InvocationNumber {

    private static final Pattern LAST_SEGMENT =
            Pattern.compile(".*\\[test-template-invocation:#(\\d+)]", Pattern.DOTALL);

    private InvocationNumber() {}

    static OptionalInt of(String uniqueId) {
        Matcher matcher = LAST_SEGMENT.matcher(uniqueId);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /**
     * Of a fork that is asked for a template, or for some invocations of it, and runs one of them.
     *
     * @param place among those that it was asked for, counted from 1; 0 if it runs none
     */
    static OptionalInt of(List<String> uniqueIds, int place) {
        List<Integer> selected = uniqueIds.stream()
                .flatMapToInt(id -> of(id).stream())
                .sorted()
                .boxed()
                .toList();
        int nearest = Math.max(1, place);
        if (selected.isEmpty()) {
            return OptionalInt.of(nearest);
        }
        return OptionalInt.of(selected.get(Math.min(nearest, selected.size()) - 1));
    }
}
