package org.isolatedmounts.internal.discovery.mirror;

import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.engine.TestDescriptor;

/** A test or container of a class that shares one fork: shows what is planned, and is gone when the class is executed. */
final class PlannedMirror extends MirrorNode {

    PlannedMirror(TestDescriptor original) {
        super(original);
        original.getChildren().forEach(child -> addChild(new PlannedMirror(child)));
    }

    @Override
    public JupiterEngineExecutionContext execute(
            JupiterEngineExecutionContext context, DynamicTestExecutor dynamicTestExecutor) {
        throw new IllegalStateException(id() + " is replayed by the class that it is in");
    }
}
