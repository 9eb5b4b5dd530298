package org.isolatedmounts.it.modes;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@IsolatedMounts
@ParameterizedClass
@ValueSource(ints = {1, 2})
@TestMethodOrder(MethodOrderer.MethodName.class)
class CrashingClassTemplateTestCase {

    @Parameter
    int number;

    @Test
    void a() {}

    @Test
    void b() {
        if (number == 1) {
            Runtime.getRuntime().halt(7);
        }
    }

    @Test
    void c() {}
}
