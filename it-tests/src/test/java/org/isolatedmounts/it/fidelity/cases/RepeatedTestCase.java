package org.isolatedmounts.it.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@IsolatedMounts
public class RepeatedTestCase {

    enum Colour {
        RED,
        GREEN
    }

    @RepeatedTest(value = 3, name = "{displayName}: {currentRepetition} of {totalRepetitions}")
    void repeated(RepetitionInfo info) {
        System.out.println("repetition " + info.getCurrentRepetition());
        assertThat(info.getCurrentRepetition()).isNotEqualTo(2);
    }

    @RepeatedTest(value = 4, failureThreshold = 1)
    void untilFailure(RepetitionInfo info) {
        assertThat(info.getCurrentRepetition()).isLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "naïve", ""})
    void values(String value) {
        assertThat(value).isNotEmpty();
    }

    @ParameterizedTest(name = "[{index}] {0} = {1}")
    @CsvSource({"one, 1", "two, 3"})
    void csv(String name, int number) {
        assertThat(number).isEqualTo(List.of("zero", "one", "two").indexOf(name));
    }

    @ParameterizedTest
    @EnumSource
    void enums(Colour colour) {
        System.out.println(colour);
    }

    static Stream<Object> objects() {
        return Stream.of(List.of(1), 2L);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void methodSource(Object value) {
        System.out.println(value);
    }

    @ParameterizedTest
    @MethodSource("missing")
    void missingSource(Object value) {
        System.out.println(value);
    }

    @ParameterizedTest
    @ValueSource(strings = "not a number")
    void unconvertible(int number) {
        System.out.println(number);
    }
}
