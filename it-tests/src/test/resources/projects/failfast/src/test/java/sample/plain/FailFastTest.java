package sample.plain;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sample.Traces;

class FailFastTest {

    @Test
    void a_passes() {
        Traces.leave("a");
    }

    @Test
    void b_fails() {
        Traces.leave("b");
        fail("the message");
    }

    /** Would be seen if it began. */
    @Test
    void c_hangs() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void d_isNotReached(int value) {
        Traces.leave("d");
    }

    @Nested
    class Inner {

        @Test
        void e_isNotReached() {
            Traces.leave("e");
        }
    }

    @AfterAll
    static void afterAll() {
        Traces.leave("after all");
    }
}
