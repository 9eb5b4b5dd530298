package org.isolatedmounts.it.fidelity;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Writes down everything that a launcher tells, a line or more for each event. */
final class Recorder implements TestExecutionListener {

    private final List<Recording.Event> events = new ArrayList<>();

    synchronized Recording recording() {
        return new Recording(List.copyOf(events));
    }

    synchronized void printed(String stream, String text) {
        add(stream, stream, text);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        add("plan", "", testPlan.countTestIdentifiers(test -> true) + " descriptors");
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier test) {
        add("registered", test.getUniqueId(), description(test));
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        add("started", test.getUniqueId(), description(test));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        add("skipped", test.getUniqueId(), description(test) + ", because " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String kind = (test.isTest() ? "test " : "container ")
                + result.getStatus().name().toLowerCase(java.util.Locale.ROOT);
        add(kind, test.getUniqueId(), result.getThrowable().map(Told::of).orElse(""));
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        add("entry", test.getUniqueId(), entry.getKeyValuePairs().toString());
    }

    @Override
    public void fileEntryPublished(TestIdentifier test, FileEntry file) {
        add("file", test.getUniqueId(), file.getPath().getFileName() + " " + file.getMediaType());
    }

    private synchronized void add(String kind, String subject, String text) {
        events.add(new Recording.Event(kind, subject, text));
    }

    private static String description(TestIdentifier test) {
        String tags =
                new TreeSet<>(test.getTags().stream().map(TestTag::getName).toList()).toString();
        return List.of(
                        test.getDisplayName(),
                        test.getLegacyReportingName(),
                        test.getType().name(),
                        test.getParentId().orElse("no parent"),
                        test.getSource().map(Object::toString).orElse("no source"),
                        tags)
                .stream()
                .collect(joining(" | "));
    }
}
