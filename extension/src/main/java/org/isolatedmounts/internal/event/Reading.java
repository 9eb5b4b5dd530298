package org.isolatedmounts.internal.event;

/**
 * A text that was looked for.
 *
 * @param problem why it is not known; empty if it is
 */
public record Reading(String text, String problem) {

    public static Reading of(String text) {
        return new Reading(text, "");
    }

    public static Reading unknown(String problem) {
        return new Reading("", problem);
    }

    public boolean isKnown() {
        return problem.isEmpty();
    }
}
