package org.isolatedmounts.it.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IsolatedMounts
public class LifecycleTestCase {

    private static final List<String> CALLS = new ArrayList<>(List.of("static"));

    LifecycleTestCase() {
        call("constructor");
    }

    private static void call(String name) {
        CALLS.add(name);
        System.out.println(name);
    }

    @BeforeAll
    static void beforeAll() {
        // the class may have been executed in this JVM before
        CALLS.retainAll(List.of("static"));
        call("beforeAll");
    }

    @BeforeEach
    void beforeEach() {
        call("beforeEach");
    }

    @Test
    void test() {
        assertThat(CALLS).containsExactly("static", "beforeAll", "constructor", "beforeEach");
        call("test");
    }

    @AfterEach
    void afterEach() {
        call("afterEach");
    }

    @AfterAll
    static void afterAll() {
        call("afterAll");
        assertThat(CALLS)
                .containsExactly("static", "beforeAll", "constructor", "beforeEach", "test", "afterEach", "afterAll");
    }
}
