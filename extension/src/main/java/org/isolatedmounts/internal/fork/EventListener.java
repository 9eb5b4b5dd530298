package org.isolatedmounts.internal.fork;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.isolatedmounts.internal.event.Failure;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.fork.failure.Limits;
import org.isolatedmounts.internal.fork.failure.Serialization;
import org.isolatedmounts.internal.fork.failure.Texts;
import org.isolatedmounts.internal.fork.output.EventWriter;
import org.isolatedmounts.internal.plan.task.FailureSignal;
import org.isolatedmounts.internal.plan.task.Turn;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Turns what the Launcher of the fork reports into events. */
final class EventListener implements TestExecutionListener {

    private final EventWriter events;
    private final FailureTeller failures;
    private final FailureNotice notice;
    private final FailFast failFast;
    private final TurnTaking turn;
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private volatile @Nullable PublishedFiles files;

    EventListener(EventWriter events, Answers answers, Cancellation cancellation, @Nullable String waitsAt) {
        this.events = events;
        this.failures = new FailureTeller(events);
        this.notice = new FailureNotice(events, answers);
        Questions questions = new Questions(events, answers);
        this.failFast = new FailFast(questions, cancellation);
        this.turn = new TurnTaking(questions, waitsAt);
    }

    /** The output directory is asked for by the name that it has in every version of JUnit that is supported. */
    @Override
    @SuppressWarnings("deprecation")
    public void testPlanExecutionStarted(TestPlan plan) {
        files = new PublishedFiles(
                events, () -> plan.getOutputDirectoryProvider().getRootDirectory());
    }

    @Override
    public void fileEntryPublished(TestIdentifier test, FileEntry file) {
        Objects.requireNonNull(files).publish(test.getUniqueId(), file);
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier test) {
        events.write(new ForkEvent.DynamicallyRegistered(new ForkEvent.NodeDescription(
                test.getUniqueId(),
                test.getParentId().orElseThrow(),
                Texts.cutAlone(test.getDisplayName()),
                Texts.cutAlone(test.getLegacyReportingName()),
                test.getType().name(),
                test.getSource().map(EventListener::serialize).orElseGet(() -> new byte[0]))));
    }

    private static byte[] serialize(TestSource source) {
        try {
            return new Serialization().write(source, Limits.SOURCE);
        } catch (UncheckedIOException e) {
            // as good as a test whose source is not known
            return new byte[0];
        }
    }

    private static ForkEvent.Finished finished(
            TestIdentifier test, ForkEvent.Status status, @Nullable Failure failure) {
        return new ForkEvent.Finished(test.getUniqueId(), new ForkEvent.Outcome(status, failure));
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        events.write(new ForkEvent.Started(test.getUniqueId()));
        turn.reached(test.getUniqueId());
        begun.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        events.write(new ForkEvent.Skipped(test.getUniqueId(), Texts.cutAlone(reason)));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Long since = begun.remove(test.getUniqueId());
        if (since != null && test.isTest()) {
            events.write(new ForkEvent.TestTimed(test.getUniqueId(), System.nanoTime() - since));
        }
        ForkEvent.Status status = ForkEvent.Status.valueOf(result.getStatus().name());
        if (status == ForkEvent.Status.FAILED && isLeftBegun(test.getUniqueId() + "/")) {
            // JUnit has failed over it, and will not tell of it any more
            failures.tell(result.getThrowable().orElseThrow(), () -> {}, ForkEvent.EngineFailed::new);
            return;
        }
        Runnable notify = status == ForkEvent.Status.FAILED ? () -> notice.give(test.getUniqueId()) : () -> {};
        result.getThrowable()
                .ifPresentOrElse(
                        throwable -> failures.tell(throwable, notify, failure -> finished(test, status, failure)),
                        () -> {
                            notify.run();
                            events.write(finished(test, status, null));
                        });
        failFast.afterTestOrContainer(status);
    }

    private boolean isLeftBegun(String start) {
        return begun.keySet().stream().anyMatch(id -> id.startsWith(start));
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        if (entry.getKeyValuePairs().containsKey(FailureSignal.KEY)) {
            notice.give(test.getUniqueId());
        } else if (entry.getKeyValuePairs().containsKey(Turn.KEY)) {
            turn.reached(test.getUniqueId());
        } else {
            events.write(new ForkEvent.EntryReported(
                    test.getUniqueId(), entry.getTimestamp(), Texts.cut(entry.getKeyValuePairs())));
        }
    }
}
