package org.isolatedmounts.internal.launch;

/** The supervisor did not come up; why that is so, the machine has to be asked. */
final class SupervisorFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    SupervisorFailedException(String message) {
        super(message);
    }
}
