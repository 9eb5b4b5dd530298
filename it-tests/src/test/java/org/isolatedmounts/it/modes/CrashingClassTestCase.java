package org.isolatedmounts.it.modes;

import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@IsolatedMounts(fork = ForkMode.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
public class CrashingClassTestCase {

    @Test
    void a() {}

    @Test
    void b() {
        Runtime.getRuntime().halt(7);
    }

    @Test
    void c() {}

    @Nested
    class Inner {

        @Test
        void d() {}
    }
}
