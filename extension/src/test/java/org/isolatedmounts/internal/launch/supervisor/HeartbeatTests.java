package org.isolatedmounts.internal.launch.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeartbeatTests {

    private final AtomicInteger pings = new AtomicInteger();
    private final Heartbeat heartbeat = new Heartbeat(pings::incrementAndGet);

    @Test
    void asksOnceUntilItIsAnswered() {
        heartbeat.tick();
        heartbeat.tick();
        assertThat(pings).hasValue(1);

        heartbeat.answered();
        heartbeat.tick();

        assertThat(pings).hasValue(2);
    }

    @Test
    void missesOneThatTellsNothing() {
        heartbeat.heard();
        assertThat(heartbeat.tick()).isTrue();
        for (int tick = 1; tick < Heartbeat.TICKS; tick++) {
            assertThat(heartbeat.tick()).isTrue();
        }

        assertThat(heartbeat.tick()).isFalse();
    }

    @Test
    void whateverIsHeardIsASignOfLife() {
        for (int tick = 0; tick < 2 * Heartbeat.TICKS; tick++) {
            if (tick % 10 == 0) {
                heartbeat.heard();
            }
            assertThat(heartbeat.tick()).isTrue();
        }
    }

    @Test
    void nothingIsExpectedWhileItRests() {
        for (int tick = 1; tick < Heartbeat.TICKS; tick++) {
            heartbeat.tick();
        }

        heartbeat.rest();

        assertThat(heartbeat.tick()).isTrue();
        assertThat(heartbeat.isStuck()).isFalse();
    }

    @Test
    void isStuckWhenItLetsAQuestionLieWhateverElseItTells() {
        for (int tick = 0; tick < 5; tick++) {
            assertThat(heartbeat.isStuck()).isFalse();
            heartbeat.heard();
            heartbeat.tick();
        }
        assertThat(heartbeat.isStuck()).isTrue();

        heartbeat.answered();
        heartbeat.tick();

        assertThat(heartbeat.isStuck()).isFalse();
    }
}
