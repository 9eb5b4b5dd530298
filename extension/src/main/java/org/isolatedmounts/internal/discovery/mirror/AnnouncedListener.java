package org.isolatedmounts.internal.discovery.mirror;

import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;

/** Passes everything on but one registration: the test that is executed has been announced already. */
record AnnouncedListener(TestDescriptor announced, EngineExecutionListener listener)
        implements EngineExecutionListener {

    @Override
    public void dynamicTestRegistered(TestDescriptor test) {
        if (!test.equals(announced)) {
            listener.dynamicTestRegistered(test);
        }
    }

    @Override
    public void executionSkipped(TestDescriptor test, String reason) {
        listener.executionSkipped(test, reason);
    }

    @Override
    public void executionStarted(TestDescriptor test) {
        listener.executionStarted(test);
    }

    @Override
    public void executionFinished(TestDescriptor test, TestExecutionResult result) {
        listener.executionFinished(test, result);
    }

    @Override
    public void reportingEntryPublished(TestDescriptor test, ReportEntry entry) {
        listener.reportingEntryPublished(test, entry);
    }

    @Override
    public void fileEntryPublished(TestDescriptor test, FileEntry file) {
        listener.fileEntryPublished(test, file);
    }
}
