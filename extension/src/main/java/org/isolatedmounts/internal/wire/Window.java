package org.isolatedmounts.internal.wire;

/**
 * How much of what a fork tells may be on its way to whoever takes it. Both ends of the pipe to the host count alike: where
 * it is used up, the one keeps the fork waiting, and the other knows that the fork waits.
 */
public final class Window {

    public static final int BYTES = 8 << 20;

    /** What even a short event takes of the host's memory. */
    private static final int OF_EACH = 128;

    private Window() {}

    /** What an event uses of the window. */
    public static int cost(byte[] event) {
        return event.length + OF_EACH;
    }
}
