package org.isolatedmounts.it.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Five levels, each with the nested classes of a superclass. */
@IsolatedMounts
@SuppressWarnings("DoNotCallSuggester")
public class DeepTestCase {

    String path = "";

    @BeforeEach
    void before() {
        path = "1";
    }

    @Nested
    class Two extends WithNested {

        @BeforeEach
        void before() {
            path += "2";
        }

        @Nested
        @TestInstance(TestInstance.Lifecycle.PER_CLASS)
        class Three {

            private int tests;

            @Nested
            class Four {

                @Nested
                class Five extends WithNested {

                    @Test
                    void deepest() {
                        assertThat(path).isEqualTo("12");
                        throw new IllegalStateException("deepest");
                    }

                    @AfterAll
                    static void afterAll() {
                        throw new IllegalStateException("after five");
                    }
                }
            }

            @Test
            void counted() {
                assertThat(++tests).isEqualTo(1);
            }
        }
    }
}
