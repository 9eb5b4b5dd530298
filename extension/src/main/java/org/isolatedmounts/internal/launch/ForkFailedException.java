package org.isolatedmounts.internal.launch;

import org.junit.platform.commons.JUnitException;

/** A fork could not be started, its layout not be laid, or it died before its tests were done. */
public final class ForkFailedException extends JUnitException {

    private static final long serialVersionUID = 1L;

    public ForkFailedException(String message) {
        super(message);
    }
}
