package org.isolatedmounts.internal.launch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTests {

    private final FakeTimer timer = new FakeTimer();
    private final Deadline deadline = Deadline.in(Duration.ofMinutes(1), timer::nanoTime);

    @Test
    void itsClockStandsStillWhileTheForkWaits() {
        timer.pass(Duration.ofSeconds(10));
        deadline.standStill();
        timer.pass(Duration.ofHours(1));
        deadline.standStill();
        timer.pass(Duration.ofHours(1));
        assertThat(deadline.left()).isEqualTo(Duration.ofSeconds(50));

        deadline.goOn();
        timer.pass(Duration.ofSeconds(10));

        assertThat(deadline.left()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void theEndOfTheTestsLeavesTimeForTheEndOfTheFork() {
        deadline.testsDone();

        assertThat(deadline.left()).isEqualTo(Duration.ofSeconds(30));
        assertThat(deadline.cause()).isEqualTo("did not exit within 30 s, as it does when a shutdown hook hangs");
    }

    @Test
    void theTimeToExitDoesNotProlongIt() {
        timer.pass(Duration.ofSeconds(40));
        deadline.testsDone();

        assertThat(deadline.left()).isEqualTo(Duration.ofSeconds(20));
        assertThat(deadline.cause())
                .isEqualTo("took longer than the deadline of 60 s (configuration parameter `isolatedmounts.timeout`)");
    }

    @ParameterizedTest
    @CsvSource({"500, 500 ms", "1000, 1 s", "1999, 1.999 s", "2500, 2.5 s", "90000, 90 s"})
    void isToldAsItWasSet(long millis, String told) {
        assertThat(Deadline.in(Duration.ofMillis(millis), timer::nanoTime).cause())
                .startsWith("took longer than the deadline of " + told + " (");
    }

    @Test
    void neverIsLongerThanAnybodyWaits() {
        Deadline never = Deadline.never(timer::nanoTime);
        timer.pass(Duration.ofDays(10_000));

        assertThat(never.left()).isGreaterThan(Duration.ofDays(10_000));
    }
}
