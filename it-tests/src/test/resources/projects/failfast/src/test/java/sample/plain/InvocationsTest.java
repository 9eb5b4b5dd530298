package sample.plain;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sample.Traces;

class InvocationsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void invocations(int value) {
        Traces.leave("invocation " + value);
        assertNotEquals(2, value);
    }
}
