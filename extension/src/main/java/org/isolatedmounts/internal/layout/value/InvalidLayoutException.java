package org.isolatedmounts.internal.layout.value;

import org.junit.platform.commons.JUnitException;

/** Thrown for declarations that cannot be laid; the message tells the user which one, why, and what to do. */
public class InvalidLayoutException extends JUnitException {

    private static final long serialVersionUID = 1;

    public InvalidLayoutException(String message) {
        super(message);
    }
}
