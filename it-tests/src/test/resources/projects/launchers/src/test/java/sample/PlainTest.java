package sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTest {

    static {
        Traces.leave(PlainTest.class);
    }

    @Test
    void passes() {
        assertEquals("hello from the main code", Greeting.text());
    }
}
