package org.isolatedmounts.it.modes;

import java.util.UUID;

/** Tells one JVM from another, in the output of a test. */
final class ThisJvm {

    private static final UUID ID = UUID.randomUUID();

    private ThisJvm() {}

    static String id() {
        return ID.toString();
    }

    static void print(String who) {
        System.out.println(who + " in " + ID);
    }
}
