package sample.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import sample.Traces;

/** For a launcher that cancels the run some time after a failure. */
class BusyTest {

    @Test
    void a_fails() {
        Traces.leave("a");
        fail("the message");
    }

    @RepeatedTest(2000)
    void b_takesItsTime() throws Exception {
        assertEquals(0, new ProcessBuilder("true").start().waitFor());
    }

    @Test
    void c_isNotReached() {
        Traces.leave("c");
    }

    @AfterAll
    static void afterAll() {
        Traces.leave("after all");
    }
}
