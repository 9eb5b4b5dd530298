package org.isolatedmounts.it.chaos;

import java.io.IOException;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@TmpfsMount(at = "/data")
class VictimTestCase {

    @Test
    void works() throws IOException, InterruptedException {
        work(150);
    }

    static void work(int millis) throws IOException, InterruptedException {
        System.out.println("the victim is at work");
        new ProcessBuilder(Victim.CHILD).inheritIO().start();
        String daemonise = "setsid sh -c '" + String.join(" ", Victim.DAEMON) + " </dev/null >/dev/null 2>&1 &'";
        new ProcessBuilder("sh", "-c", daemonise).inheritIO().start().waitFor();
        // not to wait for anything: long enough that kills hit it
        Thread.sleep(millis);
    }
}
