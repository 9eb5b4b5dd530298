package org.isolatedmounts.internal.availability.trial;

/**
 * The first layer that denies private mount namespaces.
 *
 * @param attempt what was attempted, such as "creating a user namespace"
 * @param evidence what was run and read, a line each
 * @param fix the smallest change that lifts the denial
 */
public record Denial(Layer layer, String attempt, String evidence, String fix) {

    /** Without a verdict on all isolated tests. */
    public String reason() {
        return "%s %s.\n%s\nFix: %s"
                .formatted(attempt, layer.predicate(), evidence.indent(2).stripTrailing(), fix);
    }

    public String message() {
        return """
                Private mount namespaces are not available on this machine: %s %s.
                %s
                Fix: %s\
                """.formatted(attempt, layer.predicate(), evidence.indent(2).stripTrailing(), fix);
    }
}
