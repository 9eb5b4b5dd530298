package org.isolatedmounts.internal.supervisor;

final class LayoutRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    LayoutRefusedException(String m) {
        super(m);
    }
}
