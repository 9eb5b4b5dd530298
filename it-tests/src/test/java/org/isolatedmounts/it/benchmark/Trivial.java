package org.isolatedmounts.it.benchmark;

/** What a JVM costs that does nothing. */
final class Trivial {

    private Trivial() {}

    public static void main(String[] arguments) {}
}
