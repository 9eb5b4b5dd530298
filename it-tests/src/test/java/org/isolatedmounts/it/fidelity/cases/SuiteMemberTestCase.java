package org.isolatedmounts.it.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IsolatedMounts
@ExtendWith(SuiteMemberTestCase.Parameter.class)
public class SuiteMemberTestCase {

    static final String PARAMETER = "it.parameter";
    static final String GENERATOR = "org.junit.jupiter.api.DisplayNameGenerator$ReplaceUnderscores";

    private static String parameter = "";

    @Test
    void of_the_suite() {
        assertThat(parameter).isEqualTo("of the suite");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void of_each_invocation(int number) {
        assertThat(parameter).isEqualTo("of the suite");
        assertThat(number).isNotEqualTo(2);
    }

    static class Parameter implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            parameter = context.getConfigurationParameter(PARAMETER).orElse("none");
        }
    }
}
