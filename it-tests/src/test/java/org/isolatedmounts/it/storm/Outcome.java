package org.isolatedmounts.it.storm;

/**
 * How a test or container ended.
 *
 * @param status {@code SKIPPED} or that of its result; empty if it has not ended
 * @param throwable the name of its class, empty if there is none
 * @param message of the throwable, or why it was skipped
 */
record Outcome(String status, String throwable, String message) {

    private static final int SHORT = 300;

    boolean isFailed() {
        return status.equals("FAILED");
    }

    @Override
    public String toString() {
        String text = message.length() > SHORT ? message.substring(0, SHORT) + "…" : message;
        return status + (throwable.isEmpty() ? "" : " " + throwable) + (text.isEmpty() ? "" : ": " + text);
    }
}
