package org.isolatedmounts.internal.event;

/**
 * A text that was looked for.
 *
 * @param problem why it is not known; empty where it is
 */
public record Finding(String text, String problem) {

    public static Finding of(String text) {
        return new Finding(text, "");
    }

    public static Finding unknown(String problem) {
        return new Finding("", problem);
    }

    public boolean isKnown() {
        return problem.isEmpty();
    }
}
