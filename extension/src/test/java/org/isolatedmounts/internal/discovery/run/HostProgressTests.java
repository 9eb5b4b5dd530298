package org.isolatedmounts.internal.discovery.run;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.isolatedmounts.internal.event.ForkEvent;
import org.junit.jupiter.api.Test;

class HostProgressTests {

    private static final String CLASS = "[engine:e]/[class:C]";
    private static final String A = CLASS + "/[method:a()]";
    private static final String B = CLASS + "/[method:b()]";
    private static final String PLAIN = "[engine:e]/[class:Plain]/[method:a()]";
    private static final String ERASED = "\r\033[K";

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private long nanos;
    private final HostProgress progress = new HostProgress(true, terminal, () -> nanos);

    @Test
    void onlyForksOfPlansThatAreExecutedAreNeeded() {
        List.of(A, B).forEach(progress::planned);
        progress.planStarted(List.of(CLASS, A, PLAIN));
        progress.ordered(A);

        assertThat(drawn()).isEqualTo(shown("0 of 1 forks"));
        progress.planFinished();
        assertThat(written()).isEqualTo(ERASED);
    }

    @Test
    void invocationsAreAddedWhenTheyAreKnown() {
        progress.planned(A);
        progress.planStarted(List.of(CLASS, A));
        Consumer<ForkEvent> first = progress.ordered(A);
        first.accept(new ForkEvent.Exited(0));
        List.of(A + "/[invocation:#2]", A + "/[invocation:#3]").forEach(progress::planned);
        progress.needed(List.of(A + "/[invocation:#2]", A + "/[invocation:#3]"));
        progress.ordered(A + "/[invocation:#2]");

        assertThat(drawn()).isEqualTo(shown("1 of 3 forks, 30.0/min"));
        progress.planFinished();
    }

    @Test
    void theLineIsGoneAsSoonAsAllIsDone() {
        List.of(A, B).forEach(progress::planned);
        progress.planStarted(List.of(CLASS, A, B));
        Consumer<ForkEvent> fork = progress.ordered(A);
        assertThat(drawn()).isEqualTo(shown("0 of 2 forks"));

        fork.accept(new ForkEvent.Exited(0));
        assertThat(written()).isEmpty();
        progress.ended(CLASS);
        assertThat(written()).isEqualTo(ERASED);
        progress.planFinished();
    }

    @Test
    void givesWayToWhatIsPrinted() {
        begin();

        progress.giveWay(false, () -> print("begun"));
        assertThat(drawn()).isEqualTo(ERASED + "begun");
        progress.giveWay(true, () -> print(" and ended\n"));
        assertThat(drawn()).isEqualTo(" and ended\n" + shown("0 of 1 forks"));
        progress.planFinished();
    }

    @Test
    void givesWayToTestsThatRunInThisJvmAndNotToThoseInForks() {
        begin();

        progress.begun(A + "/[invocation:#1]");
        assertThat(written()).isEmpty();
        progress.begun(PLAIN);
        assertThat(written()).isEqualTo(ERASED);
        // what it prints may come a little later
        assertThat(drawn()).isEmpty();
        assertThat(drawn()).isEqualTo(shown("0 of 1 forks"));
        progress.planFinished();
    }

    @Test
    void isSilentWhereNobodyWatches() {
        HostProgress unwatched = new HostProgress(false, terminal, () -> nanos);
        unwatched.planned(A);
        unwatched.planStarted(List.of(A));
        Consumer<ForkEvent> fork = unwatched.ordered(A);
        nanos += TimeUnit.SECONDS.toNanos(60);
        unwatched.draw();
        unwatched.giveWay(true, () -> print("printed"));
        fork.accept(new ForkEvent.Exited(0));
        unwatched.planFinished();

        assertThat(written()).isEqualTo("printed");
    }

    private void begin() {
        progress.planned(A);
        progress.planStarted(List.of(A));
        progress.ordered(A);
        assertThat(drawn()).isEqualTo(shown("0 of 1 forks"));
    }

    private void print(String text) {
        terminal.writeBytes(text.getBytes(US_ASCII));
    }

    private static String shown(String text) {
        return ERASED + "[isolated-mounts] " + text + "\r";
    }

    /** What there is to see two seconds later. */
    private String drawn() {
        nanos += TimeUnit.SECONDS.toNanos(2);
        progress.draw();
        return written();
    }

    private String written() {
        String written = terminal.toString(US_ASCII);
        terminal.reset();
        return written;
    }
}
