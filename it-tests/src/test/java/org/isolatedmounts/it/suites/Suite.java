package org.isolatedmounts.it.suites;

import java.util.List;

/**
 * A published suite.
 *
 * @param name the artifact, and the profile of the project {@code suites} that has its class path
 * @param options of the JVM, as in the suite's own build
 * @param without a pattern of classes that are left out: benchmarks, and what the suite's own build leaves out
 * @param explained all differences that there are
 */
record Suite(String name, List<String> options, String without, List<Explained> explained) {

    @Override
    public String toString() {
        return name;
    }
}
