package org.isolatedmounts.internal.supervisor.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.internal.wire.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ForkChannelTests {

    private static final byte[] HALF_OF_THE_WINDOW = new byte[Window.BYTES / 2];

    private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    private final HostLink host = new HostLink(pipe);
    private final ForkChannel channel = new ForkChannel(1, host);

    @Test
    void aForkWaitsUntilWhatItToldHasBeenTaken() throws InterruptedException {
        Thread thread = fill();
        int told = pipe.size();

        channel.acknowledge(Window.cost(HALF_OF_THE_WINDOW));

        thread.join(TimeUnit.SECONDS.toMillis(30));
        assertThat(pipe.size()).isGreaterThan(told + Window.BYTES / 2);
    }

    @Test
    void anotherForkDoesNotWait() {
        fill();
        int told = pipe.size();

        new ForkChannel(2, host).relay(HALF_OF_THE_WINDOW);

        assertThat(pipe.size()).isGreaterThan(told + Window.BYTES / 2);
    }

    @Test
    void theLastWordsOfAForkComeThrough() throws InterruptedException {
        Thread thread = fill();

        channel.open();
        thread.join(TimeUnit.SECONDS.toMillis(30));
        for (int i = 0; i < 10; i++) {
            channel.relay(HALF_OF_THE_WINDOW);
        }

        assertThat(pipe.size()).isGreaterThan(6 * Window.BYTES);
    }

    /** Uses up the window and lets a thread wait for more. */
    private Thread fill() {
        channel.relay(HALF_OF_THE_WINDOW);
        channel.relay(HALF_OF_THE_WINDOW);
        Thread thread = new Thread(() -> channel.relay(HALF_OF_THE_WINDOW));
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }
}
