package sample.plain;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import sample.Traces;

class FactoryTest {

    @TestFactory
    Stream<DynamicNode> nodes() {
        return Stream.of(
                        dynamicContainer("first", tests(1, 4)),
                        dynamicContainer("second", tests(5, 6)),
                        dynamicTest("last", () -> Traces.leave("last")))
                .peek(node -> Traces.leave("provided " + node.getDisplayName()));
    }

    private static Stream<DynamicNode> tests(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(value -> {
            Traces.leave("provided " + value);
            return dynamicTest("value " + value, () -> {
                Traces.leave("value " + value);
                assertNotEquals(2, value);
            });
        });
    }

    @AfterEach
    void afterEach() {
        Traces.leave("after each");
    }

    @AfterAll
    static void afterAll() {
        Traces.leave("after all");
    }
}
