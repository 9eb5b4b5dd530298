package org.isolatedmounts.internal.layout.value;

import org.junit.platform.commons.JUnitException;

/** Thrown for what this user cannot have on this machine, and another one can. */
public final class MissingRightsException extends JUnitException {

    private static final long serialVersionUID = 1;

    public MissingRightsException(String message) {
        super(message);
    }
}
