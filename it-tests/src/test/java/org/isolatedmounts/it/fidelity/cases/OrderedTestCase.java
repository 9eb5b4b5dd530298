package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestMethodOrder;

/** In another order with each orderer. */
@IsolatedMounts
public class OrderedTestCase {

    @Test
    @Order(2)
    @DisplayName("z")
    void a() {}

    @Test
    @Order(4)
    @DisplayName("w")
    void b() {}

    @Test
    @Tag("left-out")
    void c() {}

    @Test
    @Order(1)
    @DisplayName("y")
    void d() {}

    @Test
    @Tag("left-out")
    void e() {}

    @Test
    @Order(3)
    @DisplayName("x")
    void f() {}

    @Nested
    @Order(2)
    @DisplayName("q")
    class First {

        @Test
        void test() {}
    }

    @Nested
    @Order(1)
    @DisplayName("r")
    @TestClassOrder(ClassOrderer.Random.class)
    @TestMethodOrder(MethodOrderer.Random.class)
    class Second {

        @Nested
        class P {

            @Test
            void test() {}
        }

        @Nested
        class Q {

            @Test
            void test() {}
        }

        @Nested
        class R {

            @Test
            void test() {}
        }

        @Test
        void first() {}

        @Test
        void second() {}

        @Test
        void third() {}
    }
}
