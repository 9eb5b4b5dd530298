package org.isolatedmounts.internal.launch.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolatedmounts.internal.event.ForkEvent;
import org.junit.jupiter.api.Test;

class EventQueueTests {

    private final EventQueue queue = new EventQueue();

    @Test
    void givesBackInOrderWhateverWasTakenMeanwhile() {
        int taken = 0;
        for (int i = 0; i < 10_000; i++) {
            queue.add(new ForkEvent.Exited(i), i);
            if (i % 3 != 0) {
                assertThat(queue.get(0)).isEqualTo(new ForkEvent.Exited(taken++));
                assertThat(queue.removeFirst()).isEqualTo(taken - 1);
            }
        }

        assertThat(queue.size()).isEqualTo(10_000 - taken);
        assertThat(queue.get(5)).isEqualTo(new ForkEvent.Exited(taken + 5));
        assertThat(queue.get(queue.size() - 1)).isEqualTo(new ForkEvent.Exited(9_999));
    }
}
