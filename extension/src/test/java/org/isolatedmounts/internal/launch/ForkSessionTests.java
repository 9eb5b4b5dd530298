package org.isolatedmounts.internal.launch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.junit.jupiter.api.Test;

class ForkSessionTests {

    private static final long BOUND_SECONDS = 30;
    private static final ForkEvent CONNECTED = new ForkEvent.Connected(2, "mnt:[1]", "");
    private static final ForkEvent EXITED = new ForkEvent.Exited(0);
    private static final ForkEvent MORE_THAN_ENOUGH =
            new ForkEvent.Output(ForkEvent.Stream.OUT, new byte[(8 << 20) + 1]);

    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger exits = new AtomicInteger();
    private final ForkSession session = session(Duration.ofMinutes(5));

    @Test
    void givesEventsInTheirOrder() throws Exception {
        session.offer(CONNECTED);
        session.offer(new ForkEvent.Started("a"));
        session.offer(EXITED);

        assertThat(session.take()).isEqualTo(CONNECTED);
        assertThat(session.take()).isEqualTo(new ForkEvent.Started("a"));
        assertThat(session.take()).isEqualTo(EXITED);
    }

    @Test
    void peekTakesNothingAway() throws Exception {
        session.offer(CONNECTED);
        session.offer(new ForkEvent.Started("a"));

        assertThat(session.peek(1)).isEqualTo(new ForkEvent.Started("a"));
        assertThat(session.peek(0)).isEqualTo(CONNECTED);
        assertThat(session.take()).isEqualTo(CONNECTED);
        assertThat(session.peek(0)).isEqualTo(new ForkEvent.Started("a"));
    }

    @Test
    void theEndStaysTheNextEventForEver() throws Exception {
        session.offer(CONNECTED);
        session.offer(EXITED);

        assertThat(session.peek(7)).isEqualTo(EXITED);
        assertThat(session.take()).isEqualTo(CONNECTED);
        assertThat(session.take()).isEqualTo(EXITED);
        assertThat(session.take()).isEqualTo(EXITED);
        assertThat(session.peek(0)).isEqualTo(EXITED);
        assertThat(session.peek(7)).isEqualTo(EXITED);
    }

    @Test
    void nothingComesAfterTheEnd() throws Exception {
        session.offer(EXITED);
        session.offer(CONNECTED);
        session.offer(new ForkEvent.Exited(1));
        session.lose("too late");

        assertThat(session.take()).isEqualTo(EXITED);
        assertThat(session.take()).isEqualTo(EXITED);
        assertThat(exits).hasValue(1);
        assertThat(session.death(3)).hasMessageStartingWith("@IsolatedMounts: the forked JVM ended: exit status 3");
    }

    @Test
    void takeWaitsForAnEvent() throws Exception {
        Background<ForkEvent> consumer = new Background<>(session::take);
        consumer.awaitWaiting();

        session.offer(CONNECTED);

        assertThat(consumer.result()).isEqualTo(CONNECTED);
    }

    @Test
    void peekWaitsForThePosition() throws Exception {
        session.offer(CONNECTED);
        Background<ForkEvent> consumer = new Background<>(() -> session.peek(1));
        consumer.awaitWaiting();

        session.offer(EXITED);

        assertThat(consumer.result()).isEqualTo(EXITED);
    }

    @Test
    void tellsOfTheEndAtOnce() {
        assertThat(exits).hasValue(0);
        session.offer(CONNECTED);
        assertThat(exits).hasValue(0);

        session.offer(EXITED);

        assertThat(exits).hasValue(1);
    }

    @Test
    void killsAtTheDeadlineAndSaysSo() throws Exception {
        AtomicInteger killed = new AtomicInteger();
        ForkSession[] late = new ForkSession[1];
        ForkSession.Control control = onKill(() -> {
            killed.incrementAndGet();
            late[0].offer(new ForkEvent.Exited(137));
        });
        late[0] = new ForkSession(Deadline.in(Duration.ofSeconds(1)), event -> false, control, () -> {});

        assertThat(late[0].take()).isEqualTo(new ForkEvent.Exited(137));
        assertThat(killed).hasValue(1);
        assertThat(late[0].death(137))
                .hasMessage("@IsolatedMounts: the forked JVM was killed because it took longer than the deadline of 1 s"
                        + " (configuration parameter `isolatedmounts.timeout`), before its tests were finished. It had"
                        + " printed nothing.");
    }

    @Test
    void killsAtTheDeadlineEvenIfThereIsAlwaysAnEventToTake() throws Exception {
        ForkSession overdue = session(Duration.ofMillis(1));
        overdue.offer(CONNECTED);
        while (kills.get() == 0) {
            overdue.offer(CONNECTED);
            assertThat(overdue.take()).isEqualTo(CONNECTED);
        }
        overdue.offer(EXITED);
        assertThat(overdue.death(137)).hasMessageContaining("than the deadline of 1 ms");
    }

    @Test
    void givesUpOnAForkThatSurvivesItsDeath() throws Exception {
        ForkSession late = session(Duration.ofSeconds(1));

        assertThat(late.take()).isEqualTo(new ForkEvent.Exited(-1));
        assertThat(kills).hasValue(1);
        assertThat(exits).hasValue(1);
        assertThat(late.death(-1))
                .hasMessage("@IsolatedMounts: the forked JVM was killed because it took longer than the deadline of 1 s"
                        + " (configuration parameter `isolatedmounts.timeout`) and did not end within 5 s of that,"
                        + " before its tests were finished. It had printed nothing.");
    }

    @Test
    void anInterruptKillsAndIsTold() throws Exception {
        Background<ForkEvent> consumer = new Background<>(session::take);
        consumer.awaitWaiting();

        consumer.interrupt();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(consumer::result)
                .withCauseInstanceOf(InterruptedException.class);
        assertThat(kills).hasValue(1);
        session.offer(CONNECTED);
        session.offer(EXITED);
        assertThat(session.take()).isEqualTo(EXITED);
        assertThat(session.death(137))
                .hasMessageStartingWith("@IsolatedMounts: the forked JVM was killed because the thread that waited for"
                        + " it was interrupted, before its tests were finished.");
    }

    @Test
    void abandonKillsAndDropsAllButTheEnd() throws Exception {
        session.abandon();
        session.offer(CONNECTED);
        session.offer(MORE_THAN_ENOUGH);
        session.offer(EXITED);

        assertThat(kills).hasValue(1);
        assertThat(exits).hasValue(1);
        assertThat(session.take()).isEqualTo(EXITED);
    }

    @Test
    void aLostForkIsAnEndedOne() throws Exception {
        session.offer(CONNECTED);
        session.lose("the supervisor fell");
        session.lose("twice");

        assertThat(session.take()).isEqualTo(CONNECTED);
        assertThat(session.take()).isEqualTo(new ForkEvent.Exited(-1));
        assertThat(exits).hasValue(1);
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
        session.offer(output("one\n"));
        session.offer(output("two\n"));

        assertThat(session.death(139))
                .hasMessage("@IsolatedMounts: the forked JVM ended: killed by SIGSEGV (exit status 139), before its"
                        + " tests were finished. The end of its output:\none\ntwo");
    }

    @Test
    void anOrderlyExitIsToldFromASignal() {
        session.offer(new ForkEvent.ShuttingDown());

        assertThat(session.death(137))
                .hasMessage("@IsolatedMounts: the forked JVM exited by itself, as System.exit makes it do, with exit"
                        + " status 137, before its tests were finished. It had printed nothing.");
    }

    @Test
    void aProducerNeverWaitsForAConsumerThatIsNotAtWork() throws Exception {
        new Background<>(() -> flood(session)).result();

        assertThat(session.peek(2)).isEqualTo(EXITED);
    }

    @Test
    void aProducerWaitsForAConsumerThatIsAtWork() throws Exception {
        session.offer(CONNECTED);
        session.take();
        Background<?> producer = new Background<>(() -> flood(session));
        producer.awaitWaiting();
        assertThat(exits).hasValue(0);

        assertThat(session.take()).isEqualTo(MORE_THAN_ENOUGH);

        producer.result();
        assertThat(exits).hasValue(1);
    }

    /** What tests publish is as large as what they print. */
    @Test
    void aProducerOfPublishedFilesWaitsToo() throws Exception {
        session.offer(CONNECTED);
        session.take();
        ForkEvent content = new ForkEvent.FileContent("file", true, new byte[(8 << 20) + 1]);
        Background<?> producer = new Background<>(() -> {
            session.offer(content);
            session.offer(EXITED);
            return true;
        });
        producer.awaitWaiting();
        assertThat(exits).hasValue(0);

        assertThat(session.take()).isEqualTo(content);

        producer.result();
        assertThat(exits).hasValue(1);
    }

    @Test
    void aProducerGoesOnWhenTheConsumerPauses() throws Exception {
        session.offer(CONNECTED);
        session.take();
        Background<?> producer = new Background<>(() -> flood(session));
        producer.awaitWaiting();

        session.pause();

        producer.result();
        assertThat(exits).hasValue(1);
    }

    @Test
    void aProducerGoesOnWhenTheConsumerGivesUp() throws Exception {
        session.offer(CONNECTED);
        session.take();
        Background<?> producer = new Background<>(() -> flood(session));
        producer.awaitWaiting();

        session.abandon();

        producer.result();
        assertThat(exits).hasValue(1);
    }

    @Test
    void aForkThatDoesNotExitIsKilledLongBeforeItsDeadline() throws Exception {
        ForkSession hanging = session(Deadline.in(Duration.ofMinutes(5), Duration.ofMillis(1)));
        hanging.offer(new ForkEvent.Ended());
        assertThat(hanging.take()).isEqualTo(new ForkEvent.Ended());

        assertThat(hanging.take())
                .isEqualTo(
                        new ForkEvent.Warning("after its tests were finished, the forked JVM was killed because it did"
                                + " not exit within 1 ms, as it does when a shutdown hook hangs"));
        assertThat(kills).hasValue(1);
    }

    @Test
    void theTimeToExitDoesNotProlongTheDeadline() throws Exception {
        ForkSession late = session(Deadline.in(Duration.ofMillis(1), Duration.ofMinutes(5)));
        late.offer(new ForkEvent.Ended());
        assertThat(late.take()).isEqualTo(new ForkEvent.Ended());

        assertThat(late.take())
                .isInstanceOfSatisfying(
                        ForkEvent.Warning.class,
                        warning -> assertThat(warning.message()).contains("longer than the deadline of 1 ms"));
    }

    @Test
    void whatIsDoneAtOnceIsNotAnEventToTakeButQuotedInTheEnd() throws Exception {
        ForkSession debugged = new ForkSession(
                Deadline.never(),
                ForkEvent.Output.class::isInstance,
                onKill(kills::incrementAndGet),
                exits::incrementAndGet);
        debugged.offer(output("port is taken\n"));
        debugged.offer(EXITED);

        assertThat(debugged.take()).isEqualTo(EXITED);
        assertThat(debugged.death(2)).hasMessageEndingWith("The end of its output:\nport is taken");
        assertThat(kills).hasValue(0);
    }

    private ForkSession session(Duration timeout) {
        return session(Deadline.in(timeout));
    }

    private ForkSession session(Deadline deadline) {
        return new ForkSession(deadline, event -> false, onKill(kills::incrementAndGet), exits::incrementAndGet);
    }

    private static ForkSession.Control onKill(Runnable action) {
        return new ForkSession.Control() {
            @Override
            public void kill(boolean threadDump) {
                action.run();
            }

            @Override
            public void answer(ForkAnswer answer) {
                throw new AssertionError("nobody asked");
            }
        };
    }

    private static ForkEvent output(String text) {
        return new ForkEvent.Output(ForkEvent.Stream.OUT, text.getBytes(US_ASCII));
    }

    private static boolean flood(ForkSession session) {
        session.offer(MORE_THAN_ENOUGH);
        session.offer(CONNECTED);
        session.offer(EXITED);
        return true;
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

        T result() throws Exception {
            return Objects.requireNonNull(task.get(BOUND_SECONDS, TimeUnit.SECONDS));
        }
    }
}
