package org.isolatedmounts.it.robust;

import java.util.concurrent.CountDownLatch;

/** For tests that never end; its name is looked for in thread dumps. */
final class Hang {

    private Hang() {}

    static void forEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
