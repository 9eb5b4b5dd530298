package org.isolatedmounts;

/** Which tests share a forked JVM and its mount namespace. */
public enum ForkMode {
    /**
     * A fresh JVM and fresh mounts for every test; {@code @BeforeAll} to {@code @AfterAll} run in each fork, around
     * its one test.
     */
    PER_TEST,

    /** One JVM and one layout for a top-level test class, shared by its tests. Not available yet. */
    PER_CLASS,

    /** Pooled JVMs that run one test after another, each with mounts laid afresh. Not available yet. */
    REUSED
}
