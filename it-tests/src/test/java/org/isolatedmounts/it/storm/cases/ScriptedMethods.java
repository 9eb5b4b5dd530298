package org.isolatedmounts.it.storm.cases;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One method of each kind. */
@ExtendWith(ScriptExtension.class)
abstract class ScriptedMethods {

    @BeforeAll
    static void beforeAll(Part part) {
        part.play();
    }

    @BeforeEach
    void beforeEach(Part part) {
        part.play();
    }

    @Test
    void first(Part part) {
        part.play();
    }

    @Test
    void second(Part part) {
        part.play();
    }

    @Test
    @ResourceLock("storm")
    void locked(Part part) {
        part.play();
    }

    @RepeatedTest(3)
    void repeated(Part part) {
        part.play();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void parameterized(String unused, Part part) {
        part.play();
    }

    @TestFactory
    Stream<DynamicNode> streamed(Part part) {
        part.play();
        return part.tree();
    }

    @TestFactory
    List<DynamicNode> listed(Part part) {
        part.play();
        return part.tree().toList();
    }

    @AfterEach
    void afterEach(Part part) {
        part.play();
    }

    @AfterAll
    static void afterAll(Part part) {
        part.play();
    }
}
