package org.isolatedmounts.internal.launch.supervisor;

import org.junit.platform.commons.JUnitException;

/** This machine does not let us make mount namespaces; the message names the layer that denied it and the fix. */
public final class IsolationUnavailableException extends JUnitException {

    private static final long serialVersionUID = 1L;

    public IsolationUnavailableException(String message) {
        super(message);
    }

    /** For who would rather do without such tests. */
    public IsolationUnavailableException withAlternative() {
        return new IsolationUnavailableException(getMessage()
                + "\nTo abort such tests instead of failing them, set isolatedmounts.unavailable=skip (a JUnit"
                + " configuration parameter or a system property) and not isolatedmounts.must-run.");
    }
}
