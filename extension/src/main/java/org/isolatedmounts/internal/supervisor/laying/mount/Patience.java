package org.isolatedmounts.internal.supervisor.laying.mount;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.SystemCallException;

/** The kernel sometimes answers EBUSY for a moment, as when another process just looks at the mount. */
public final class Patience {

    public static final int ATTEMPTS = 20;

    private Patience() {}

    public static void whileBusy(Runnable step) {
        for (int attempt = 1; ; attempt++) {
            try {
                step.run();
                return;
            } catch (SystemCallException e) {
                if (!e.is(Errno.EBUSY) || attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(attempt));
            }
        }
    }
}
