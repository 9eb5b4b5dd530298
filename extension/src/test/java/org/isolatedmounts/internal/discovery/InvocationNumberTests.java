package org.isolatedmounts.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvocationNumberTests {

    private static final String TEMPLATE = "[engine:junit-jupiter]/[class:A]/[test-template:a()]";

    @Test
    void isTheLastSegmentOfTheId() {
        assertThat(InvocationNumber.of(TEMPLATE + "/[test-template-invocation:#12]"))
                .hasValue(12);
        assertThat(InvocationNumber.of(TEMPLATE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "7, 7"})
    void isCountedFromTheFirstIfAllWereAskedFor(int place, int number) {
        assertThat(InvocationNumber.of(List.of(TEMPLATE), place)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 3", "2, 5", "3, 5"})
    void isCountedAmongThoseThatWereAskedFor(int place, int number) {
        List<String> ids =
                List.of(TEMPLATE + "/[test-template-invocation:#5]", TEMPLATE + "/[test-template-invocation:#3]");

        assertThat(InvocationNumber.of(ids, place)).hasValue(number);
    }
}
