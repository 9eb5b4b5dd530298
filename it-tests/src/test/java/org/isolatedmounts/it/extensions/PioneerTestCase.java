package org.isolatedmounts.it.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;
import org.junitpioneer.jupiter.DefaultLocale;
import org.junitpioneer.jupiter.RetryingTest;
import org.junitpioneer.jupiter.SetSystemProperty;
import org.junitpioneer.jupiter.StdIo;
import org.junitpioneer.jupiter.StdOut;
import org.junitpioneer.jupiter.cartesian.CartesianTest;

@IsolatedMounts
@SetSystemProperty(key = "it.pioneer", value = "set")
class PioneerTestCase {

    private static int attempts;

    @Test
    @DefaultLocale("tlh")
    void changesTheJvm() {
        assertThat(System.getProperty("it.pioneer")).isEqualTo("set");
        assertThat(Locale.getDefault().getLanguage()).isEqualTo("tlh");
    }

    @Test
    @StdIo
    void capturesOutput(StdOut out) {
        System.out.println("captured");
        assertThat(out.capturedLines()).containsExactly("captured");
    }

    @CartesianTest
    void multiplies(
            @CartesianTest.Values(ints = {1, 2}) int first, @CartesianTest.Values(strings = "a") String second) {
        assertThat(first + second).isEqualTo("1a");
    }

    @RetryingTest(3)
    void succeedsAtLast() {
        assertThat(++attempts).isEqualTo(2);
    }
}
