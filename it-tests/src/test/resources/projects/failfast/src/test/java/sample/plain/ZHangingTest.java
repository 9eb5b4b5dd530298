package sample.plain;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import sample.Traces;

class ZHangingTest {

    @Test
    void hangs() throws Exception {
        new ProcessBuilder("sleep", "3604").inheritIO().start();
        Traces.leave("hanging");
        new CountDownLatch(1).await();
    }
}
