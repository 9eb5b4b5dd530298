package org.isolatedmounts.internal.discovery.mirror;

import java.util.Optional;
import org.isolatedmounts.internal.discovery.event.FailureDecoder;
import org.isolatedmounts.internal.event.ForkEvent;
import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/** An invocation of a template, but the first one, in a fork of its own. */
final class MirrorInvocation extends MirrorTest {

    private final MirrorTemplate template;

    MirrorInvocation(
            MirrorTemplate template, ForkEvent.NodeDescription invocation, ForkOpener opener, FailureDecoder failures) {
        super(new DescribedNode(invocation, failures.objects()), opener, failures);
        this.template = template;
        // never made a child of its parent: the engine would execute it once more, as one that was always there
        setParent(template);
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return template.getExecutionMode();
    }

    @Override
    public SkipResult shouldBeSkipped(JupiterEngineExecutionContext context) throws Exception {
        Optional<String> reason = template.threshold().exceeded();
        return reason.isPresent() ? SkipResult.skip(reason.get()) : super.shouldBeSkipped(context);
    }

    @Override
    public void nodeFinished(
            JupiterEngineExecutionContext context, TestDescriptor descriptor, TestExecutionResult result) {
        super.nodeFinished(context, descriptor, result);
        template.threshold().record(result);
    }
}
