package org.isolatedmounts.it.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@IsolatedMounts
public class FactoryTestCase {

    @TestFactory
    Stream<DynamicNode> tree() {
        return Stream.of(
                dynamicTest("passes", () -> System.out.println("dynamic")),
                dynamicTest("fails", () -> assertThat(1).isEqualTo(2)),
                dynamicTest("aborted", () -> assumeTrue(false, "dynamically")),
                dynamicContainer(
                        "container",
                        List.of(
                                dynamicTest("inner", URI.create("file:///tmp/source?line=3"), () -> {}),
                                dynamicContainer("empty", List.of()),
                                dynamicContainer("deep", List.of(dynamicTest("deepest", () -> {
                                    throw new IllegalStateException("deep");
                                }))))),
                dynamicContainer("broken", Stream.of(1, 0).map(number -> dynamicTest("10 / " + 10 / number, () -> {}))),
                dynamicTest("after the broken one", () -> {}));
    }

    @TestFactory
    DynamicTest single() {
        return dynamicTest("single", () -> {});
    }

    @TestFactory
    List<DynamicTest> throwing() {
        throw new IllegalStateException("factory");
    }

    @TestFactory
    List<DynamicTest> empty() {
        return List.of();
    }

    @TestFactory
    @Disabled("factory too")
    List<DynamicTest> disabled() {
        return List.of();
    }

    @AfterEach
    void afterEach() {
        System.out.println("once per factory");
    }
}
