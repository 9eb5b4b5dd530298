package org.isolatedmounts.it.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@IsolatedMounts
@ParameterizedClass
@ValueSource(ints = {1, 2})
public class ClassTemplateTestCase {

    @Parameter
    int number;

    @Test
    void first() {
        System.out.println("number " + number);
    }

    @Test
    void second() {
        assertThat(number).isEqualTo(1);
    }

    @Nested
    class Inner {

        @Test
        void inner() {
            assertThat(number).isPositive();
        }
    }
}
