package org.isolatedmounts.internal.supervisor;

import java.util.concurrent.CompletableFuture;
import org.isolatedmounts.internal.linux.LinuxSystemCalls;
import org.isolatedmounts.internal.linux.SystemCalls;

/** The system calls, which take their time to load, as all classes: begun at once, waited for when first needed. */
final class Kernel {

    private final CompletableFuture<SystemCalls> calls = CompletableFuture.supplyAsync(Kernel::load);

    private static SystemCalls load() {
        OwnClasses.load();
        return new LinuxSystemCalls();
    }

    SystemCalls calls() {
        return calls.join();
    }
}
