package org.isolatedmounts.internal.supervisor;

import java.util.concurrent.CompletableFuture;
import org.isolatedmounts.internal.linux.LinuxSystemCalls;
import org.isolatedmounts.internal.linux.SystemCalls;

/** The system calls, which take their time to load: begun at once, waited for when first needed. */
final class Kernel {

    private final CompletableFuture<SystemCalls> calls = CompletableFuture.supplyAsync(LinuxSystemCalls::new);

    SystemCalls calls() {
        return calls.join();
    }
}
