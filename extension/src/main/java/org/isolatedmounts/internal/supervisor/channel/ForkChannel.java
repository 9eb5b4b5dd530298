package org.isolatedmounts.internal.supervisor.channel;

import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEventCodec;
import org.isolatedmounts.internal.wire.Window;

/**
 * What is told of one fork, on the pipe to the host that all forks share. A fork of which more is told than anybody takes
 * waits here, not in that pipe: there it would keep all others waiting.
 */
public final class ForkChannel {

    private final long forkId;
    private final HostLink host;
    private long underWay;
    private boolean open;

    public ForkChannel(long forkId, HostLink host) {
        this.forkId = forkId;
        this.host = host;
    }

    /** Waits while the window is used up. */
    public void send(ForkEvent event) {
        relay(ForkEventCodec.encode(event));
    }

    /** Passes an event of the fork on as it came; waits while the window is used up. */
    public void relay(byte[] event) {
        awaitRoom(Window.cost(event));
        host.relay(forkId, event);
    }

    private synchronized void awaitRoom(int cost) {
        try {
            while (!open && underWay >= Window.BYTES) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the threads of a fork", e);
        }
        underWay += cost;
    }

    /** So much has been taken. */
    public synchronized void acknowledge(long bytes) {
        underWay -= bytes;
        notifyAll();
    }

    /** From now on nothing waits: the fork is killed, and its last words must come through whoever takes them. */
    public synchronized void open() {
        open = true;
        notifyAll();
    }
}
