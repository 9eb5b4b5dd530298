package org.isolatedmounts.it.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@SuppressWarnings("DoNotCallSuggester")
public class NestedTestCase {

    private String state = "";

    @BeforeEach
    void outerBefore() {
        state += "outer ";
    }

    @AfterEach
    void outerAfter() {
        System.out.println("outer after " + state);
    }

    @Test
    void outer() {
        assertThat(state).isEqualTo("outer ");
    }

    @Nested
    @DisplayName("in the middle")
    @Tag("middle")
    class Middle {

        @BeforeEach
        void middleBefore() {
            state += "middle ";
        }

        @Test
        void middle() {
            assertThat(state).isEqualTo("outer middle ");
        }

        @Nested
        class Inner {

            @Test
            void inner() {
                assertThat(state).isEqualTo("outer middle");
            }

            @Test
            @Disabled("inner too")
            void disabled() {}
        }
    }

    @Nested
    @Disabled("nested class")
    class Never {

        @Test
        void never() {}
    }

    @Nested
    class Failing {

        @BeforeAll
        static void beforeAll() {
            throw new IllegalStateException("nested beforeAll");
        }

        @Test
        void first() {}

        @Test
        void second() {}
    }
}
