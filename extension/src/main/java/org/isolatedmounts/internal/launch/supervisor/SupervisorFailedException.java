package org.isolatedmounts.internal.launch.supervisor;

/** The supervisor did not come up; why that is so, the machine has to be asked. */
public final class SupervisorFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    public SupervisorFailedException(String message) {
        super(message);
    }
}
