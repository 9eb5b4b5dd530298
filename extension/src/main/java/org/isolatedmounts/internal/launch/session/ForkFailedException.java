package org.isolatedmounts.internal.launch.session;

import org.isolatedmounts.internal.availability.machine.ThisMachine;
import org.isolatedmounts.internal.doctor.Doctor;
import org.junit.platform.commons.JUnitException;

/** A fork could not be started, its layout not be laid, or it died before its tests were done. */
public final class ForkFailedException extends JUnitException {

    private static final long serialVersionUID = 1L;

    public ForkFailedException(String message) {
        super(message);
    }

    /** With what the doctor has to say, if it is the machine that does not let a fork begin. */
    public static ForkFailedException ofFork(String message) {
        return new ForkFailedException(Doctor.explainFailure(new ThisMachine(), message)
                .map(explanation -> message + "\n" + explanation)
                .orElse(message));
    }
}
