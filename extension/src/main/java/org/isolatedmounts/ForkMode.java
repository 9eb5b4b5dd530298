package org.isolatedmounts;

/** Which tests share a forked JVM and its mount namespace. */
public enum ForkMode {
    /**
     * What the annotation around this one says; if none says anything, the configuration parameter
     * {@code isolatedmounts.fork} ({@code per-test} or {@code per-class}), and without that {@link #PER_TEST}.
     */
    DEFAULT,

    /**
     * A fresh JVM and fresh mounts for every test, each invocation of a parameterized or repeated test included;
     * {@code @BeforeAll} to {@code @AfterAll} run in each fork, around its one test. The dynamic tests of a
     * {@code @TestFactory} and the invocations of a class template share one fork: they have one lifecycle.
     */
    PER_TEST,

    /**
     * One JVM and one layout for the annotated class, shared by its tests and those of its {@code @Nested} classes,
     * which run one after another; {@code @BeforeAll} and {@code @AfterAll} run once. Mounts that are declared on one
     * of its methods or {@code @Nested} classes are an error, as is this mode on a method.
     */
    PER_CLASS,

    /** Pooled JVMs that run one test after another, each with mounts laid afresh. Not available yet. */
    REUSED
}
