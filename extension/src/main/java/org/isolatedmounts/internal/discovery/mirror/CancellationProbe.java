package org.isolatedmounts.internal.discovery.mirror;

import java.util.concurrent.Future;
import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/**
 * Finds out whether the run is cancelled, which the engine tells no node: it skips one by itself then, and does not ask it.
 * So this is a test that nobody hears of, and that wants to be skipped.
 */
final class CancellationProbe extends AbstractTestDescriptor implements Node<JupiterEngineExecutionContext> {

    private boolean asked;

    private CancellationProbe(TestDescriptor parent) {
        super(parent.getUniqueId().append("isolated-mounts", "probe"), "probe");
        setParent(parent);
    }

    /** @param executor of the parent, which is being executed */
    static boolean isCancelled(TestDescriptor parent, DynamicTestExecutor executor) {
        CancellationProbe probe = new CancellationProbe(parent);
        // it is done when this returns: it runs on the thread of its parent
        Future<?> unused = executor.execute(probe, EngineExecutionListener.NOOP);
        return !probe.asked;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.SAME_THREAD;
    }

    @Override
    public SkipResult shouldBeSkipped(JupiterEngineExecutionContext context) {
        asked = true;
        return SkipResult.skip("nothing but a question");
    }
}
