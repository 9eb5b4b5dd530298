package org.isolatedmounts.internal.launch.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.isolatedmounts.internal.wire.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ForkSessionTests {

    private static final long BOUND_SECONDS = 30;
    private static final ForkEvent CONNECTED = new ForkEvent.Connected(2, "mnt:[1]", "");
    private static final ForkEvent EXITED = new ForkEvent.Exited(0);
    private static final ForkEvent HALF_OF_IT = new ForkEvent.Text(ForkEvent.Stream.OUT, "half of the window");
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final FakeTimer timer = new FakeTimer();
    private final Permits permits = new Permits(1);
    private final List<Boolean> kills = new CopyOnWriteArrayList<>();
    private final List<ForkAnswer> answers = new CopyOnWriteArrayList<>();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicInteger killedInVain = new AtomicInteger();
    private final ForkSession session = session(Optional.empty());

    @Test
    void givesEventsInTheirOrder() throws Exception {
        offer(CONNECTED);
        offer(new ForkEvent.Started("a"));
        offer(EXITED);

        assertThat(session.take()).isEqualTo(CONNECTED);
        assertThat(session.take()).isEqualTo(new ForkEvent.Started("a"));
        assertThat(session.take()).isEqualTo(EXITED);
    }

    @Test
    void peekTakesNothingAway() throws Exception {
        offer(CONNECTED);
        offer(new ForkEvent.Started("a"));

        assertThat(session.peek(1)).isEqualTo(new ForkEvent.Started("a"));
        assertThat(session.peek(0)).isEqualTo(CONNECTED);
        assertThat(session.take()).isEqualTo(CONNECTED);
        assertThat(session.peek(0)).isEqualTo(new ForkEvent.Started("a"));
    }

    @Test
    void theEndStaysTheNextEventForEver() throws Exception {
        offer(CONNECTED);
        offer(EXITED);

        assertThat(session.peek(7)).isEqualTo(EXITED);
        assertThat(session.take()).isEqualTo(CONNECTED);
        assertThat(session.take()).isEqualTo(EXITED);
        assertThat(session.take()).isEqualTo(EXITED);
        assertThat(session.peek(0)).isEqualTo(EXITED);
        assertThat(session.peek(7)).isEqualTo(EXITED);
    }

    @Test
    void nothingComesAfterTheEnd() throws Exception {
        offer(EXITED);
        offer(CONNECTED);
        offer(new ForkEvent.Exited(1));
        session.lose("too late");

        assertThat(session.take()).isEqualTo(EXITED);
        assertThat(session.take()).isEqualTo(EXITED);
        assertEnded();
        assertThat(session.death(3)).hasMessageStartingWith("@IsolatedMounts: the forked JVM ended: exit status 3");
    }

    @Test
    void takeWaitsForAnEvent() throws Exception {
        Background<ForkEvent> consumer = new Background<>(session::take);
        consumer.awaitWaiting();

        offer(CONNECTED);

        assertThat(consumer.result()).isEqualTo(CONNECTED);
    }

    @Test
    void peekWaitsForThePosition() throws Exception {
        offer(CONNECTED);
        Background<ForkEvent> consumer = new Background<>(() -> session.peek(1));
        consumer.awaitWaiting();

        offer(EXITED);

        assertThat(consumer.result()).isEqualTo(EXITED);
    }

    @Test
    void tellsOfTheEndAtOnce() {
        assertRunning();
        offer(CONNECTED);
        assertRunning();

        offer(EXITED);

        assertEnded();
    }

    /** Whoever takes events, or does not. */
    @Test
    void killsAtTheDeadlineAndSaysSo() throws Exception {
        offer(CONNECTED);
        timer.pass(TIMEOUT.minusNanos(1));
        assertThat(kills).isEmpty();

        timer.pass(Duration.ofNanos(1));

        assertThat(kills).containsExactly(true);
        assertRunning();
        offer(new ForkEvent.Exited(137));
        assertEnded();
        assertThat(session.take()).isEqualTo(CONNECTED);
        assertThat(session.take()).isEqualTo(new ForkEvent.Exited(137));
        assertThat(session.death(137))
                .hasMessage("@IsolatedMounts: the forked JVM was killed because it took longer than the deadline of 60"
                        + " s (configuration parameter `isolatedmounts.timeout`), before its tests were finished. It"
                        + " had printed nothing.");
    }

    @Test
    void killsAtTheDeadlineEvenIfThereIsAlwaysAnEventToTake() throws Exception {
        for (int second = 0; second < TIMEOUT.toSeconds(); second++) {
            assertThat(kills).isEmpty();
            timer.pass(Duration.ofSeconds(1));
            offer(CONNECTED);
            assertThat(session.take()).isEqualTo(CONNECTED);
        }
        assertThat(kills).containsExactly(true);
    }

    @Test
    void givesUpOnAForkThatSurvivesItsDeath() throws Exception {
        Background<ForkEvent> consumer = new Background<>(session::take);
        consumer.awaitWaiting();
        timer.pass(TIMEOUT.plusSeconds(5));

        assertThat(consumer.result()).isEqualTo(new ForkEvent.Exited(-1));
        assertThat(kills).hasSize(1);
        assertThat(killedInVain).hasValue(1);
        assertEnded();
        assertThat(session.death(-1))
                .hasMessage("@IsolatedMounts: the forked JVM was killed because it took longer than the deadline of 60"
                        + " s (configuration parameter `isolatedmounts.timeout`) and did not end within 5 s of that,"
                        + " before its tests were finished. It had printed nothing.");
    }

    @Test
    void givesUpOnAnAbandonedForkThatSurvives() throws Exception {
        session.abandon();
        timer.pass(Duration.ofSeconds(5));

        assertThat(killedInVain).hasValue(1);
        assertEnded();
    }

    @Test
    void aForkThatAsksMakesRoomAndIsNotAtItsDeadline() throws Exception {
        timer.pass(TIMEOUT.minusSeconds(1));
        offer(new ForkEvent.Asking());
        permits.acquire().end();
        timer.pass(TIMEOUT.multipliedBy(2));
        assertThat(kills).isEmpty();

        session.answer(ForkAnswer.GO_ON);

        assertThat(answers).containsExactly(ForkAnswer.GO_ON);
        assertRunning();
        timer.pass(Duration.ofSeconds(1));
        assertThat(kills).containsExactly(true);
    }

    @Test
    void onlyACancelIsToldWithoutHavingBeenAskedFor() {
        session.answer(ForkAnswer.GO_ON);
        session.answer(ForkAnswer.CANCEL);

        assertThat(answers).containsExactly(ForkAnswer.CANCEL);
        // which is the answer to what it is about to ask
        offer(new ForkEvent.Asking());
        assertRunning();
    }

    @Test
    void aForkThatDoesNotGetRidOfWhatItTellsMakesRoomAndIsNotAtItsDeadline() throws Exception {
        offer(HALF_OF_IT);
        assertRunning();
        offer(HALF_OF_IT);
        permits.acquire().end();
        timer.pass(TIMEOUT.multipliedBy(2));
        assertThat(kills).isEmpty();
        assertThat(taken).hasValue(0);

        assertThat(session.take()).isEqualTo(HALF_OF_IT);

        assertThat(taken).hasValue(Window.BYTES / 2);
        assertRunning();
        timer.pass(TIMEOUT);
        assertThat(kills).containsExactly(true);
    }

    @Test
    void whoLooksAheadGetsMoreThanTheWindow() throws Exception {
        offer(HALF_OF_IT);
        offer(HALF_OF_IT);
        Background<ForkEvent> consumer = new Background<>(() -> session.peek(2));
        consumer.awaitWaiting();
        assertThat(taken).hasValue(Window.BYTES);
        assertRunning();

        offer(CONNECTED);

        assertThat(consumer.result()).isEqualTo(CONNECTED);
        assertThat(session.take()).isEqualTo(HALF_OF_IT);
        assertThat(taken).hasValue(Window.BYTES);
    }

    @Test
    void butNotEverything() throws Exception {
        Background<ForkEvent> consumer = new Background<>(() -> session.peek(Integer.MAX_VALUE));
        consumer.awaitWaiting();
        while (kills.isEmpty()) {
            assertThat(taken.get()).isLessThan(10L * Window.BYTES);
            offer(HALF_OF_IT);
            Thread.onSpinWait();
        }
        assertThat(kills).containsExactly(false);

        offer(EXITED);

        assertThat(consumer.result()).isEqualTo(EXITED);
        assertThat(session.death(137)).hasMessageContaining("had told more than 64 MiB");
    }

    @Test
    void whatADyingForkStillPrintsDoesNotPileUp() throws Exception {
        timer.pass(TIMEOUT);
        for (int i = 0; i < 10; i++) {
            offer(HALF_OF_IT);
        }
        offer(new ForkEvent.NotLaid("killed before it was started"));
        offer(new ForkEvent.Warning("the last word"));
        offer(EXITED);

        assertThat(session.peek(2)).isEqualTo(new ForkEvent.Warning("the last word"));
        assertThat(session.peek(3)).isEqualTo(EXITED);
    }

    @Test
    void anInterruptKillsAndIsTold() throws Exception {
        Background<ForkEvent> consumer = new Background<>(session::take);
        consumer.awaitWaiting();

        consumer.interrupt();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(consumer::result)
                .withCauseInstanceOf(InterruptedException.class);
        assertThat(kills).containsExactly(false);
        offer(CONNECTED);
        offer(EXITED);
        assertThat(session.take()).isEqualTo(EXITED);
        assertThat(session.death(137))
                .hasMessageStartingWith("@IsolatedMounts: the forked JVM was killed because the thread that waited for"
                        + " it was interrupted, before its tests were finished.");
    }

    @Test
    void abandonKillsAndDropsAllButTheEnd() throws Exception {
        session.abandon();
        offer(CONNECTED);
        offer(HALF_OF_IT);
        offer(HALF_OF_IT);
        offer(EXITED);

        assertThat(kills).containsExactly(false);
        assertEnded();
        assertThat(session.take()).isEqualTo(EXITED);
    }

    @Test
    void aLostForkIsAnEndedOne() throws Exception {
        offer(CONNECTED);
        session.lose("the supervisor fell");
        session.lose("twice");

        assertThat(session.take()).isEqualTo(CONNECTED);
        assertThat(session.take()).isEqualTo(new ForkEvent.Exited(-1));
        assertEnded();
        assertThat(session.death(-1))
                .hasMessage("@IsolatedMounts: the supervisor fell, before its tests were finished. It had printed"
                        + " nothing.");
    }

    @Test
    void losingWakesWhoWaits() throws Exception {
        Background<ForkEvent> consumer = new Background<>(session::take);
        consumer.awaitWaiting();

        session.lose("gone");

        assertThat(consumer.result()).isEqualTo(new ForkEvent.Exited(-1));
    }

    @Test
    void aDeathBySignalIsNamedAndTheOutputQuoted() {
        offer(output("one\n"));
        offer(output("two\n"));

        assertThat(session.death(139))
                .hasMessage("@IsolatedMounts: the forked JVM ended: killed by SIGSEGV (exit status 139), before its"
                        + " tests were finished. The end of its output:\none\ntwo");
    }

    @Test
    void anOrderlyExitIsToldFromASignal() {
        offer(new ForkEvent.ShuttingDown());

        assertThat(session.death(137))
                .hasMessage("@IsolatedMounts: the forked JVM exited by itself, as System.exit makes it do, with exit"
                        + " status 137, before its tests were finished. It had printed nothing.");
    }

    @Test
    void aForkThatDoesNotExitIsKilledLongBeforeItsDeadline() throws Exception {
        offer(new ForkEvent.Ended());
        timer.pass(Duration.ofSeconds(30));

        assertThat(kills).containsExactly(true);
        assertThat(session.take()).isEqualTo(new ForkEvent.Ended());
        assertThat(session.take())
                .isEqualTo(
                        new ForkEvent.Warning("after its tests were finished, the forked JVM was killed because it did"
                                + " not exit within 30 s, as it does when a shutdown hook hangs"));
    }

    @Test
    void noAlarmIsLeftOfAForkThatHasEnded() {
        assertThat(timer.alarms()).isEqualTo(1);

        offer(EXITED);

        assertThat(timer.alarms()).isZero();
    }

    /** Only one has the port; none can run beside it. */
    @Test
    void aDebuggedForkNeverWaitsAndIsAskedForNoAnswer() throws Exception {
        offer(EXITED);
        ForkSession debugged = session(Optional.of(new DebuggerLine()));
        debugged.offer(new ForkEvent.Laid("", "", Map.of(), List.of()), 1);

        debugged.offer(new ForkEvent.Asking(), 1);
        debugged.offer(HALF_OF_IT, Window.BYTES / 2);
        debugged.offer(HALF_OF_IT, Window.BYTES / 2);

        assertThat(answers).containsExactly(ForkAnswer.GO_ON);
        assertThat(taken.get()).isGreaterThanOrEqualTo(Window.BYTES);
        assertRunning();
        assertThat(debugged.peek(1)).isEqualTo(new ForkEvent.Asking());
        debugged.answer(ForkAnswer.GO_ON);
        assertThat(answers).hasSize(1);
    }

    @Test
    void whatIsDoneAtOnceIsNotAnEventToTakeButQuotedInTheEnd() throws Exception {
        offer(EXITED);
        ForkSession debugged = session(Optional.of(new DebuggerLine()));
        debugged.offer(output("port is taken\n"), 1);
        debugged.offer(EXITED, 1);

        assertThat(debugged.take()).isEqualTo(EXITED);
        assertThat(debugged.death(2)).hasMessageEndingWith("The end of its output:\nport is taken");
        assertThat(kills).isEmpty();
    }

    private ForkSession session(Optional<DebuggerLine> debugged) {
        try {
            Deadline deadline = Deadline.in(TIMEOUT, timer::nanoTime);
            ForkSession begun = new ForkSession(
                    new ForkWatch(permits.acquire(), deadline, timer), debugged.orElse(null), new Recorded());
            begun.begin();
            return begun;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void offer(ForkEvent event) {
        session.offer(event, event.equals(HALF_OF_IT) ? Window.BYTES / 2 : 1);
    }

    /** There is no room for another fork. */
    private void assertRunning() {
        Background<Boolean> another = new Background<>(this::acquireAndEnd);
        another.awaitWaiting();
        another.interruptAndJoin();
    }

    /** There is room for another fork. */
    private void assertEnded() {
        Background<Boolean> another = new Background<>(this::acquireAndEnd);
        assertThatNoException().isThrownBy(another::result);
    }

    private boolean acquireAndEnd() throws InterruptedException {
        permits.acquire().end();
        return true;
    }

    private final class Recorded implements ForkSession.Control {

        @Override
        public void kill(boolean threadDump) {
            kills.add(threadDump);
        }

        @Override
        public void answer(ForkAnswer answer) {
            answers.add(answer);
        }

        @Override
        public void taken(long bytes) {
            taken.addAndGet(bytes);
        }

        @Override
        public void killedInVain() {
            killedInVain.incrementAndGet();
        }
    }

    private static ForkEvent output(String text) {
        return new ForkEvent.Output(ForkEvent.Stream.OUT, text.getBytes(US_ASCII));
    }

    /** A daemon thread, as what blocks for ever must fail a test and not hang it. */
    private static final class Background<T> {

        private final FutureTask<T> task;
        private final Thread thread;

        Background(Callable<T> action) {
            task = new FutureTask<>(action);
            thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
        }

        void awaitWaiting() {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
            while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
                assertThat(System.nanoTime()).as("time until the thread waits").isLessThan(deadline);
                Thread.onSpinWait();
            }
        }

        void interrupt() {
            thread.interrupt();
        }

        void interruptAndJoin() {
            interrupt();
            try {
                thread.join(TimeUnit.SECONDS.toMillis(BOUND_SECONDS));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            assertThat(thread.isAlive()).isFalse();
        }

        T result() throws Exception {
            return Objects.requireNonNull(task.get(BOUND_SECONDS, TimeUnit.SECONDS));
        }
    }
}
