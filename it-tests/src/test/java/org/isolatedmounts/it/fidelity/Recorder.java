package org.isolatedmounts.it.fidelity;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Passes on everything that a launcher tells, and what is printed meanwhile, in order. */
public final class Recorder implements TestExecutionListener {

    private final String testPackage;
    private final Consumer<Recording.Event> events;

    /**
     * A recorder of one run.
     *
     * @param testPackage what the names of the classes begin with down to which stack traces are told
     * @param events gets them one after the other
     */
    public Recorder(String testPackage, Consumer<Recording.Event> events) {
        this.testPackage = testPackage;
        this.events = events;
    }

    /** Does something that prints to standard streams of that encoding. */
    public void recordPrinted(Charset encoding, Runnable action) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(tapped("out", encoding));
        System.setErr(tapped("err", encoding));
        try {
            action.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private PrintStream tapped(String stream, Charset encoding) {
        OutputStream tap = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                add(stream, stream, new String(bytes, offset, length, encoding));
            }

            @Override
            public synchronized void write(int value) {
                write(new byte[] {(byte) value}, 0, 1);
            }
        };
        return new PrintStream(tap, true, encoding);
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
        add(
                kind,
                test.getUniqueId(),
                result.getThrowable()
                        .map(throwable -> Told.of(throwable, testPackage))
                        .orElse(""));
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        add("entry", test.getUniqueId(), entry.getKeyValuePairs().toString());
    }

    @Override
    public void fileEntryPublished(TestIdentifier test, FileEntry file) {
        if (file.getPath().endsWith("mounts-at-failure.txt")) {
            // what isolation adds to a failure, and nothing else
            return;
        }
        add("file", test.getUniqueId(), file.getPath().getFileName() + " " + file.getMediaType());
    }

    private synchronized void add(String kind, String subject, String text) {
        events.accept(new Recording.Event(kind, subject, text));
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
