package org.isolatedmounts.it.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Writes what a launcher tells to a file, at once: who waits for a run that hangs can read how far it came. */
final class Teller implements TestExecutionListener, AutoCloseable {

    private final Writer file;

    Teller(Path file) throws IOException {
        this.file = Files.newBufferedWriter(file);
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier test) {
        tell(Told.Kind.REGISTERED, test, "", "", "");
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        tell(Told.Kind.SKIPPED, test, "SKIPPED", "", reason);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        tell(Told.Kind.STARTED, test, "", "", "");
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Throwable throwable = result.getThrowable().orElse(null);
        tell(
                Told.Kind.FINISHED,
                test,
                result.getStatus().name(),
                throwable == null ? "" : throwable.getClass().getName(),
                throwable == null ? "" : String.valueOf(throwable.getMessage()));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        write(Told.END + "\n");
    }

    private void tell(Told.Kind kind, TestIdentifier test, String status, String throwable, String message) {
        write(new Told(
                                kind,
                                test.getUniqueId(),
                                test.getParentId().orElse(""),
                                test.isTest(),
                                new Outcome(status, throwable, message))
                        .toLine()
                + "\n");
    }

    private synchronized void write(String line) {
        try {
            file.write(line);
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
