package org.isolatedmounts.internal.supervisor.laying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What laying must leave as it is in the namespace of the JVM that runs the tests. */
record HostSnapshot(String mountInfo, List<String> rootDirectory, List<String> etc) {

    static final HostSnapshot EMPTY = new HostSnapshot("", List.of(), List.of());

    static HostSnapshot take() throws IOException {
        return new HostSnapshot(Files.readString(Path.of("/proc/self/mountinfo")), entries("/"), entries("/etc"));
    }

    private static List<String> entries(String directory) throws IOException {
        try (Stream<Path> entries = Files.list(Path.of(directory))) {
            return entries.map(Path::toString).sorted().toList();
        }
    }
}
