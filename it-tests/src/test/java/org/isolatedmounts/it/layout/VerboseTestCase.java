package org.isolatedmounts.it.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

/** Prints the mount table that its layout has made. */
@IsolatedMounts
@TmpfsMount(at = "/isolated-mounts-it/data", size = "1m")
@TmpfsMount(at = HostPlace.PLACE, readOnly = true)
@BindMount(source = HostPlace.SOURCE, at = HostPlace.PLACE + "/a b")
class VerboseTestCase {

    static final String HERE = "the table: ";

    @Test
    void printsItsTable() throws IOException {
        Files.readAllLines(Path.of("/proc/self/mountinfo")).forEach(line -> System.out.println(HERE + line));
    }
}
