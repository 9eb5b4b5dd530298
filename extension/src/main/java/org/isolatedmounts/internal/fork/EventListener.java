package org.isolatedmounts.internal.fork;

import java.util.LinkedHashMap;
import org.isolatedmounts.internal.event.ForkEvent;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Turns what the Launcher of the fork reports into events. */
final class EventListener implements TestExecutionListener {

    private final EventWriter events;

    EventListener(EventWriter events) {
        this.events = events;
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier test) {
        events.write(new ForkEvent.DynamicallyRegistered(new ForkEvent.NodeDescription(
                test.getUniqueId(),
                test.getParentId().orElseThrow(),
                test.getDisplayName(),
                test.getLegacyReportingName(),
                test.getType().name(),
                test.getSource().map(Serialization::toBytes).orElseGet(() -> new byte[0]))));
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        events.write(new ForkEvent.Started(test.getUniqueId()));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        events.write(new ForkEvent.Skipped(test.getUniqueId(), reason));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        ForkEvent.Status status = ForkEvent.Status.valueOf(result.getStatus().name());
        events.write(new ForkEvent.Finished(
                test.getUniqueId(),
                new ForkEvent.Outcome(
                        status,
                        result.getThrowable().map(FailureEncoder::encode).orElse(null))));
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        events.write(new ForkEvent.EntryReported(
                test.getUniqueId(), entry.getTimestamp(), new LinkedHashMap<>(entry.getKeyValuePairs())));
    }
}
