package org.isolatedmounts.it.robust;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

/** Fixtures: what scripts do to their whole process group. */
final class Signals {

    private Signals() {}

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class KillsItsGroup {
        @Test
        void kills() throws IOException, InterruptedException {
            new ProcessBuilder("sh", "-c", "kill 0").inheritIO().start().waitFor();
            TimeUnit.MINUTES.sleep(1);
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class StopsItsGroup {
        @Test
        void stops() throws IOException, InterruptedException {
            new ProcessBuilder("sh", "-c", "kill -STOP 0").inheritIO().start().waitFor();
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class KillsAllItMay {
        @Test
        void kills() throws IOException, InterruptedException {
            new ProcessBuilder("sh", "-c", "kill -KILL -1").inheritIO().start().waitFor();
            TimeUnit.MINUTES.sleep(1);
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class PrintsTheCommandLineOfItsJvm {
        @Test
        void prints() throws IOException, InterruptedException {
            String script = "cat /proc/" + ProcessHandle.current().pid() + "/cmdline; yes | head -c 300000";
            new ProcessBuilder("sh", "-c", script).inheritIO().start().waitFor();
        }
    }
}
