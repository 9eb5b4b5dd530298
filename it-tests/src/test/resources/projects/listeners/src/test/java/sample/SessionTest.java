package sample;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

@IsolatedMounts
class SessionTest {

    @Test
    void first() {
        assertTrue(Listeners.sessionIsOpen);
    }

    @Test
    void second() {
        assertTrue(Listeners.sessionIsOpen);
    }
}
