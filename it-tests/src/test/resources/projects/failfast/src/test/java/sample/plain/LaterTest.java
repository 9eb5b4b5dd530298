package sample.plain;

import org.junit.jupiter.api.Test;
import sample.Traces;

class LaterTest {

    @Test
    void isNotReached() {
        Traces.leave("later");
    }
}
