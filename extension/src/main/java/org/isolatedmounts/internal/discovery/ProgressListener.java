package org.isolatedmounts.internal.discovery;

import java.util.List;
import org.isolatedmounts.internal.discovery.run.HostProgress;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Tells the progress line what is executed, in forks and elsewhere. */
public final class ProgressListener implements TestExecutionListener {

    private final HostProgress progress = HostProgress.instance();

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        List<String> ids = plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .map(TestIdentifier::getUniqueId)
                .toList();
        progress.planStarted(ids);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        progress.begun(test.getUniqueId());
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        progress.ended(test.getUniqueId());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        progress.ended(test.getUniqueId());
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        progress.planFinished();
    }
}
