package org.isolatedmounts.it.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

/** Succeeds only with a debugger that stops it and changes what it sees. */
@IsolatedMounts
@TmpfsMount(at = DebuggedTestCase.MOUNT_POINT)
class DebuggedTestCase {

    static final String MOUNT_POINT = "/isolated-mounts-it/debugged";

    static String answer = "";

    @Test
    void first() throws IOException {
        ask();
    }

    @Test
    void second() throws IOException {
        ask();
    }

    private static void ask() throws IOException {
        String mounted = MountTable.ofSelf().at(MOUNT_POINT).orElseThrow().fileSystemType();
        breakpoint(mounted, namespace("net"), namespace("mnt"));
        assertThat(answer).isEqualTo("of the debugger");
    }

    static String namespace(String kind) throws IOException {
        return Files.readSymbolicLink(Path.of("/proc/self/ns", kind)).toString();
    }

    /** Where the debugger stops. */
    @SuppressWarnings("unused")
    private static void breakpoint(String mounted, String network, String mounts) {}
}
