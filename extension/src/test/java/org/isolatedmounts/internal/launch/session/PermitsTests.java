package org.isolatedmounts.internal.launch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.internal.launch.supervisor.DaemonThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PermitsTests {

    private final Permits permits = new Permits(1);

    @Test
    void aForkThatWaitsForTheHostMakesRoom() throws Exception {
        Permits.Permit first = permits.acquire();
        CompletableFuture<Permits.Permit> second = acquire();
        assertThat(second).isNotDone();

        first.lend();

        assertThat(second.get(30, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void noneIsStartedBeforeThereAreFewerThanTheLimit() throws Exception {
        Permits.Permit first = permits.acquire();
        first.lend();
        Permits.Permit second = permits.acquire();
        first.takeBack();
        CompletableFuture<Permits.Permit> third = acquire();

        second.end();
        assertThat(third).isNotDone();

        first.end();
        assertThat(third.get(30, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void whatEndsTwiceMakesRoomOnce() throws Exception {
        Permits.Permit first = permits.acquire();
        first.lend();
        first.end();
        first.end();
        first.lend();
        first.takeBack();

        permits.acquire();
        assertThat(acquire()).isNotDone();
    }

    /** By a thread that waits for it by now, or has it. */
    private CompletableFuture<Permits.Permit> acquire() {
        CompletableFuture<Permits.Permit> permit = new CompletableFuture<>();
        Thread thread = DaemonThread.start("acquires", () -> {
            try {
                permit.complete(permits.acquire());
            } catch (InterruptedException e) {
                permit.completeExceptionally(e);
            }
        });
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        return permit;
    }
}
