package org.isolatedmounts.internal.discovery.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.launch.Settings;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.report.ReportFile;
import org.isolatedmounts.internal.report.RunLog;
import org.isolatedmounts.internal.report.TestLog;
import org.isolatedmounts.mountinfo.MountTable;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Keeps what is told of isolated tests until the last launcher session of this JVM ends, then writes the page. */
public final class HostReport {

    private static final HostReport INSTANCE = new HostReport();

    /** The text of a failure on the page; all of it stands where the test's own report is. */
    private static final int LINES = 40;

    private static final int CHARACTERS = 8_000;
    private static final int FRAMES = 6;

    private @Nullable RunLog log;
    private @Nullable Path directory;

    private HostReport() {}

    public static HostReport instance() {
        return INSTANCE;
    }

    /** Isolated tests were discovered; they may be executed in a later session, or never, and may never have a fork. */
    public synchronized void expected(Settings settings) {
        if (log == null || directory == null) {
            directory = settings.report().orElse(null);
        }
    }

    /**
     * A fork has been ordered; the first one of a session that is to have a page decides where it is written, if no test
     * before it did.
     *
     * @return takes the events of the fork
     */
    public Consumer<ForkEvent> ordered(LayoutPlan layout, List<String> ids, Settings settings) {
        if (settings.report().isEmpty()) {
            return event -> {};
        }
        Consumer<ForkEvent> fork = forkLog(layout, ids, settings.report().get());
        return event -> {
            try {
                fork.accept(event);
            } catch (RuntimeException e) {
                HostOutput.warn("the page of this run lacks what a fork told: " + e);
            }
        };
    }

    private synchronized Consumer<ForkEvent> forkLog(LayoutPlan layout, List<String> ids, Path place) {
        if (directory == null) {
            directory = place;
        }
        return log().ordered(layout, ids);
    }

    public void finished(TestDescriptor node, TestExecutionResult result) {
        TestLog.Status status = TestLog.Status.valueOf(result.getStatus().name());
        if (node.isTest() || status != TestLog.Status.SUCCESSFUL) {
            log().finished(test(
                    node,
                    status,
                    result.getThrowable()
                            .map(failure -> excerpt(failure, className(node)))
                            .orElse("")));
        }
    }

    public void skipped(TestDescriptor node, String reason) {
        log().finished(test(node, TestLog.Status.SKIPPED, reason));
    }

    /** Changes no outcome, whatever happens. */
    public void write() {
        Optional<RunLog> session;
        Optional<Path> place;
        synchronized (this) {
            if (log == null) {
                // nothing was executed in this session, what it discovered may be in the next
                return;
            }
            session = Optional.of(log).filter(each -> !each.isEmpty());
            place = Optional.ofNullable(directory);
            log = null;
            directory = null;
        }
        if (session.isPresent() && place.isPresent()) {
            try {
                Path page = ReportFile.write(place.get(), session.get());
                if (session.get().hasMountsOfFailures()) {
                    HostOutput.tell(String.format("isolated-mounts: the mounts of the tests that failed: %s%n", page));
                }
            } catch (IOException | RuntimeException e) {
                HostOutput.warn("the page of this run could not be written to " + place.get() + ": " + e
                        + " (configuration parameter `isolatedmounts.report`)");
            }
        }
    }

    private synchronized RunLog log() {
        if (log == null) {
            log = RunLog.of(HostReport::hostTable);
        }
        return log;
    }

    private static MountTable hostTable() {
        try {
            return MountTable.ofSelf();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestLog test(TestDescriptor node, TestLog.Status status, String why) {
        return new TestLog(node.getUniqueId().toString(), node.isTest(), names(node), className(node), status, why);
    }

    private static List<String> names(TestDescriptor node) {
        List<String> names = new ArrayList<>();
        Optional<TestDescriptor> each = Optional.of(node);
        while (each.isPresent() && !(each.get() instanceof EngineDescriptor)) {
            names.add(each.get().getDisplayName());
            each = each.get().getParent();
        }
        Collections.reverse(names);
        return names;
    }

    private static String className(TestDescriptor node) {
        return node.getSource()
                .flatMap(source -> source instanceof ClassSource ofClass
                        ? Optional.of(ofClass.getClassName())
                        : source instanceof MethodSource ofMethod
                                ? Optional.of(ofMethod.getClassName())
                                : Optional.empty())
                .or(() -> node.getParent().map(HostReport::className))
                .orElse("");
    }

    /** With the line of the test, what caused the failure, and the mounts that it carries. */
    private static String excerpt(Throwable failure, String testClass) {
        StringBuilder text = new StringBuilder();
        append(failure, testClass, text);
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable cause = failure.getCause();
        while (cause != null && told.add(cause)) {
            append(cause, testClass, text.append("\nCaused by: "));
            cause = cause.getCause();
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            text.append("\nSuppressed: ").append(suppressed);
        }
        String lines = text.toString().lines().limit(LINES).collect(Collectors.joining("\n"));
        return lines.length() > CHARACTERS ? lines.substring(0, CHARACTERS) + " …" : lines;
    }

    private static void append(Throwable failure, String testClass, StringBuilder text) {
        StackTraceElement[] trace = failure.getStackTrace();
        text.append(failure);
        Stream.concat(
                        Stream.of(trace).limit(FRAMES),
                        Stream.of(trace)
                                .skip(FRAMES)
                                .filter(frame -> frame.getClassName().equals(testClass))
                                .limit(1))
                .forEach(frame -> text.append("\n    at ").append(frame));
    }
}
