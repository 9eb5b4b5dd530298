package org.isolatedmounts.internal.discovery.mirror;

import java.util.Optional;
import java.util.Set;
import org.isolatedmounts.internal.discovery.event.Beginning;
import org.isolatedmounts.internal.discovery.event.FailureDecoder;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.launch.session.ForkFailedException;
import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;

/** A test or container in the fork of a {@link MirrorTest} around it, executed when the fork comes to it. */
final class DynamicMirror extends MirrorNode {

    private final ForkReplay replay;
    private final FailureDecoder failures;
    private boolean reached;

    DynamicMirror(TestDescriptor description, MirrorNode parent, ForkReplay replay, FailureDecoder failures) {
        super(description);
        this.replay = replay;
        this.failures = failures;
        // never made a child of its parent: the engine would execute it once more, as one that was always there
        setParent(parent);
    }

    @Override
    public boolean mayRegisterTests() {
        return isContainer();
    }

    /** The events of one fork are replayed one after another. */
    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.SAME_THREAD;
    }

    /** What is executed by another node must not ask for locks; the node that has the fork holds those of all in it. */
    @Override
    public Set<ExclusiveResource> getExclusiveResources() {
        return Set.of();
    }

    /** Whether the engine has come to it: one that is cancelled skips a test and does not ask the test. */
    boolean isReached() {
        return reached;
    }

    @Override
    public SkipResult shouldBeSkipped(JupiterEngineExecutionContext context) throws InterruptedException {
        reached = true;
        Beginning start = replay.ahead().ofTest(id());
        replay.playBefore(start.position(), this, context);
        return start instanceof Beginning.Skips skips ? SkipResult.skip(skips.reason()) : SkipResult.doNotSkip();
    }

    @Override
    public JupiterEngineExecutionContext execute(
            JupiterEngineExecutionContext context, DynamicTestExecutor dynamicTestExecutor) throws Exception {
        template().ifPresent(parent -> parent.begins(this));
        try {
            ForkEvent.Outcome outcome = replay.play(this, context, dynamicTestExecutor);
            Throwables.rethrow(replay.reported(failures.decode(outcome), id(), this, context));
        } catch (ForkFailedException e) {
            Throwables.rethrow(replay.reported(e, id(), this, context));
        }
        return context;
    }

    @Override
    public void nodeFinished(
            JupiterEngineExecutionContext context, TestDescriptor descriptor, TestExecutionResult result) {
        super.nodeFinished(context, descriptor, result);
        template().ifPresent(parent -> parent.threshold().record(result));
    }

    /** That of which this is an invocation, in a fork that tells of all of them. */
    private Optional<MirrorTemplate> template() {
        return getParent().filter(MirrorTemplate.class::isInstance).map(MirrorTemplate.class::cast);
    }
}
