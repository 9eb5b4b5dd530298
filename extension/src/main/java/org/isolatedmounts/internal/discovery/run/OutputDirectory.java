package org.isolatedmounts.internal.discovery.run;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/** Where the run keeps the files of its tests, by the name that it has in every version of JUnit that is supported. */
@SuppressWarnings("deprecation")
public record OutputDirectory(LauncherDiscoveryRequest request) {

    /** Of the whole run; JUnit makes it when it is asked for. */
    public Path root() {
        return request.getOutputDirectoryProvider().getRootDirectory();
    }

    /** Of one test or container, made. */
    Path of(TestDescriptor node) throws IOException {
        return request.getOutputDirectoryProvider().createOutputDirectory(node);
    }
}
