package org.isolatedmounts.internal.launch.session;

import java.util.concurrent.Semaphore;

/**
 * How many forks may run at once.
 *
 * <p>No thread waits for a permit of a fork that waits for that thread: a fork gives its permit back while it waits for the
 * host, and goes on without asking for one. So there may be more forks at work than there are permits, for a moment; none is
 * started until there are fewer.
 */
public final class Permits {

    private final Room room;

    public Permits(int number) {
        this.room = new Room(number);
    }

    /** Waits until there is one. */
    public Permit acquire() throws InterruptedException {
        room.acquire();
        return new Permit(room);
    }

    private static final class Room extends Semaphore {

        private static final long serialVersionUID = 1L;

        Room(int number) {
            super(number, true);
        }

        /** Does not wait, and leaves less than none if there is none. */
        void take() {
            reducePermits(1);
        }
    }

    /** That of one fork. */
    public static final class Permit {

        private final Room room;
        private State state = State.HELD;

        private enum State {
            HELD,
            LENT,
            ENDED
        }

        private Permit(Room room) {
            this.room = room;
        }

        /** For as long as the fork waits for the host. */
        synchronized void lend() {
            if (state == State.HELD) {
                state = State.LENT;
                room.release();
            }
        }

        synchronized void takeBack() {
            if (state == State.LENT) {
                state = State.HELD;
                room.take();
            }
        }

        /** For good; the first time counts. */
        public synchronized void end() {
            lend();
            state = State.ENDED;
        }
    }
}
