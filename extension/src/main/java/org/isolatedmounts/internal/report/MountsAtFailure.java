package org.isolatedmounts.internal.report;

/**
 * What is known of the mounts of a test that failed, added to its failure as a suppressed exception: consoles, IDEs and
 * report files print the text as it is, as there is no stack trace.
 */
@SuppressWarnings("OverrideThrowableToString") // whoever prints it prints the text alone
public final class MountsAtFailure extends Exception {

    private static final long serialVersionUID = 1L;

    public MountsAtFailure(String text) {
        super(text, null, false, false);
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
