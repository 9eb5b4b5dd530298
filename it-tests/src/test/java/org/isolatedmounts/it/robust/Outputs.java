package org.isolatedmounts.it.robust;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

/** Fixtures. */
final class Outputs {

    private Outputs() {}

    static final int MEGABYTES = 100;

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class PrintsMuch {
        @Test
        void prints() {
            String line = "x".repeat(127);
            for (int i = 0; i < MEGABYTES << 13; i++) {
                System.out.println(line);
            }
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class WritesMuchAtOnce {
        @Test
        void writes() {
            byte[] bytes = new byte[MEGABYTES << 20];
            Arrays.fill(bytes, (byte) 120);
            System.out.write(bytes, 0, bytes.length);
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class WritesMuchNatively {
        @Test
        void writes() throws IOException, InterruptedException {
            String command = "yes | head -c " + (MEGABYTES << 20);
            new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class ClosesItsOutput {
        @Test
        void closes() throws IOException {
            System.out.println("before");
            System.out.close();
            new FileOutputStream(FileDescriptor.out).close();
            System.err.println("after");
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class PrintsInterrupted {
        @Test
        void prints() {
            Thread.currentThread().interrupt();
            System.out.println("still heard");
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class HasNoStreams {
        @Test
        void takesThemAway() {
            System.setOut(null);
            System.setErr(null);
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class LeavesProcesses {
        @Test
        void leavesProcesses() throws IOException, InterruptedException {
            new ProcessBuilder("sleep", "3601").inheritIO().start();
            String daemonise = "setsid sh -c \"sleep 3602 </dev/null >/dev/null 2>&1 &\"";
            new ProcessBuilder("sh", "-c", daemonise).inheritIO().start().waitFor();
        }
    }
}
