package org.isolatedmounts.it.harness;

import java.nio.file.Path;

/** Directories in the output of the build that tests share. */
public final class BuildOutput {

    private BuildOutput() {}

    /** Jars of JUnit in several versions, each on its own. */
    public static Path junit() {
        return Path.of(System.getProperty("it.junit", "target/junit")).toAbsolutePath();
    }

    /** Archives of classes: most host JVMs have a few forks only, and would spend their time on making one. */
    public static Path cache() {
        return junit().resolveSibling("cache");
    }

    /** What the classes of this JVM alone share. */
    public static Path ofThisJvm(String name) {
        return junit().resolveSibling(name + "-" + System.getProperty("it.lane", "1"));
    }
}
