package org.isolatedmounts.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ForkCountTests {

    private static final String CLASS = "[engine:e]/[class:C]";
    private static final String A = CLASS + "/[method:a()]";
    private static final String B = CLASS + "/[method:b()]";
    private static final String OTHER = "[engine:e]/[class:C2]/[method:a()]";

    /** A clock that may begin anywhere. */
    private long nanos = Long.MAX_VALUE - 1;

    private final ForkCount count = new ForkCount(() -> nanos);

    @Test
    void doneTotalAndRateSinceTheFirstFork() {
        List.of(A, B, OTHER).forEach(count::need);
        pass(60_000);
        assertText("0 of 3 forks");

        count.begin(A);
        pass(400);
        count.exit(A);
        assertText("1 of 3 forks, 2.5/s");

        count.begin(B);
        pass(400);
        count.exit(B);
        assertText("2 of 3 forks, 2.5/s");
    }

    @Test
    void slowForksAreCountedByTheMinute() {
        count.begin(A);
        pass(20_000);
        count.exit(A);

        assertText("1 of 1 forks, 3.0/min");
    }

    @Test
    void whatEndsWithoutAForkIsDoneAndDoesNotRaiseTheRate() {
        List.of(A, B, OTHER).forEach(count::need);
        count.begin(OTHER);
        pass(1_000);
        count.exit(OTHER);
        count.end(CLASS);

        assertThat(count.isComplete()).isTrue();
        assertText("3 of 3 forks, 1.0/s");
    }

    @Test
    void theEndOfAClassIsNotThatOfOneWhoseNameBeginsTheSame() {
        List.of(A, OTHER).forEach(count::need);
        count.end(CLASS);

        assertThat(count.isComplete()).isFalse();
        assertText("1 of 2 forks");
    }

    @Test
    void theTotalGrowsAndNoForkIsCountedTwice() {
        count.need(A);
        count.begin(A);
        count.exit(A);
        count.exit(A);
        count.end(A);
        assertThat(count.isComplete()).isTrue();

        count.need(A);
        count.begin(B);

        assertThat(count.isComplete()).isFalse();
        assertThat(count.text()).startsWith("[isolated-mounts] 1 of 2 forks");
    }

    @Test
    void onlyForksThatRunAndForMoreThanAMomentAreWorthShowing() {
        count.need(A);
        pass(60_000);
        assertThat(count.isWorthShowing()).isFalse();

        count.begin(A);
        pass(1_999);
        assertThat(count.isWorthShowing()).isFalse();

        pass(1);
        assertThat(count.isWorthShowing()).isTrue();

        count.exit(A);
        assertThat(count.isWorthShowing()).isFalse();

        count.begin(B);
        assertThat(count.isWorthShowing()).isTrue();

        count.end(CLASS);
        assertThat(count.isWorthShowing()).isFalse();
    }

    @Test
    void whatIsInAForkIsKnownByItsIdOrThatOfWhatIsAroundIt() {
        count.need(A);

        assertThat(count.isInFork(A)).isTrue();
        assertThat(count.isInFork(A + "/[invocation:#1]/[dynamic:#2]")).isTrue();
        assertThat(count.isInFork(B)).isFalse();
        assertThat(count.isInFork(CLASS)).isFalse();
    }

    private void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private void assertText(String expected) {
        assertThat(count.text()).isEqualTo("[isolated-mounts] " + expected);
    }
}
