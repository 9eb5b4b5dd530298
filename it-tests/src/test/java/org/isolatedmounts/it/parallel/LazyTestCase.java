package org.isolatedmounts.it.parallel;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Makes each test only once the host's listeners know of the one before. */
@IsolatedMounts
public class LazyTestCase {

    @TestFactory
    Stream<DynamicNode> factory() {
        return Stream.of(
                        dynamicTest("first", () -> {}),
                        dynamicContainer("container", afterTold("first", List.of("inner", "inmost"))),
                        dynamicTest("last", () -> {}))
                .peek(node -> {
                    if (node.getDisplayName().equals("last")) {
                        FileBarrier.await("inmost");
                    }
                });
    }

    private static Stream<DynamicNode> afterTold(String before, List<String> names) {
        return names.stream().map(name -> {
            FileBarrier.await(name.equals("inmost") ? "inner" : before);
            return dynamicTest(name, () -> {});
        });
    }

    static Stream<String> lazily() {
        return Stream.of("one", "two", "three").peek(name -> {
            if (name.equals("two")) {
                FileBarrier.await("one");
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lazily")
    void invocations(String name) {
        System.out.println(name);
    }
}
