package org.isolatedmounts.it.harness;

import java.nio.file.Path;

/** A host JVM as a process of its own, with directories of its own; all that it starts carries its mark. */
public interface HostProcess {

    /** The value of {@link HostJvm#MARKER} in its environment. */
    String nonce();

    Process process();

    Path workingDirectory();

    Path temporaryDirectory();
}
