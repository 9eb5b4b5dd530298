package org.isolatedmounts.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.isolatedmounts.internal.layout.IsolationTests.method;

import java.util.List;
import java.util.Optional;
import org.isolatedmounts.ForkMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.commons.JUnitException;

class IsolationDefaultsTests {

    @Test
    void theParameterForForksHoldsWhereNoAnnotationSaysAnything() {
        assertThat(with("isolatedmounts.fork", "per-class", IsolationTests.PlainTestCase.class, "isolated")
                        .forkMode())
                .isEqualTo(ForkMode.PER_CLASS);
        assertThat(with("isolatedmounts.fork", "per-class", IsolationTests.PerClassTestCase.class, "perTest")
                        .forkMode())
                .isEqualTo(ForkMode.PER_TEST);
    }

    @Test
    void theParameterForEverywhereIsolatesMatchingClasses() {
        String inner = IsolationTests.PlainBaseTestCase.InnerTestCase.class.getName();

        assertThat(everywhere("*").isIsolated()).isTrue();
        assertThat(everywhere("com.example.*, *.IsolationTests$PlainTestCase").isIsolated())
                .isTrue();
        assertThat(everywhere(IsolationTests.PlainTestCase.class.getName()).isIsolated())
                .isTrue();
        assertThat(everywhere(inner + ",PlainTestCase").isIsolated()).isFalse();
        assertThat(everywhere("org.isolatedmounts.internal.layout.IsolationTests?PlainTestCase")
                        .isIsolated())
                .isFalse();
    }

    @Test
    void theParameterForEverywhereExemptsWhatMatchesAfterAnExclamationMark() {
        assertThat(everywhere("*, !com.example.*").isIsolated()).isTrue();
        assertThat(everywhere("!*.IsolationTests$Plain*,*").isIsolated()).isFalse();
        List<Class<?>> nested =
                List.of(IsolationTests.PlainBaseTestCase.class, IsolationTests.PlainBaseTestCase.InnerTestCase.class);
        String outer = IsolationTests.PlainBaseTestCase.class.getName();
        assertThat(Isolation.of(nested, Optional.empty(), everywhereDefaults("*,!" + outer))
                        .isIsolated())
                .as("what is in an exempt class is exempt")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com/acme/**         | has `com/acme/**`, which matches no class.",
                "com.acme.*, !a/b    | has `!a/b`, which matches no class.",
                "*, !                | has `!`, which matches no class.",
                "!com.acme.*         | is `!com.acme.*`, which matches no class.",
                "','                 | is `,`, which matches no class."
            })
    void refusesPatternsThatCanMatchNothing(String patterns, String problem) {
        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> everywhere(patterns))
                .withMessage(
                        "Configuration parameter `isolatedmounts.everywhere` must be class name patterns, separated"
                                + " by commas, such as `com.example.*Test` or `*,!com.example.Legacy*`, but "
                                + problem);
    }

    @Test
    void notIsolatedExemptsFromEverywhere() {
        assertThat(with("isolatedmounts.everywhere", "*", IsolationTests.ExemptTestCase.class, "test")
                        .isIsolated())
                .isFalse();
    }

    @Test
    void refusesParametersThatSayNothing() {
        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> everywhere(" "))
                .withMessage(
                        "Configuration parameter `isolatedmounts.everywhere` must be class name patterns, separated"
                                + " by commas, such as `com.example.*Test` or `*,!com.example.Legacy*`, but is"
                                + " blank.");
        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> with("isolatedmounts.fork", "PER_CLASS", IsolationTests.PlainTestCase.class, "plain"))
                .withMessage("Configuration parameter `isolatedmounts.fork` must be `per-test` or `per-class` but is"
                        + " `PER_CLASS`.");
    }

    private static Isolation everywhere(String patterns) {
        return with("isolatedmounts.everywhere", patterns, IsolationTests.PlainTestCase.class, "plain");
    }

    private static IsolationDefaults everywhereDefaults(String patterns) {
        return IsolationDefaults.read(
                name -> Optional.of(patterns).filter(it -> name.equals("isolatedmounts.everywhere")));
    }

    private static Isolation with(String parameter, String value, Class<?> testClass, String method) {
        IsolationDefaults defaults =
                IsolationDefaults.read(name -> Optional.of(value).filter(it -> name.equals(parameter)));
        return Isolation.of(List.of(testClass), Optional.of(method(testClass, method)), defaults);
    }
}
