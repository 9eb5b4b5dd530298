package org.isolatedmounts.internal.discovery.mirror;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isolatedmounts.internal.discovery.event.FailureDecoder;
import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;

/** A class all of whose tests run in one fork. */
public final class MirrorClass extends MirrorTest {

    private final List<PlannedMirror> planned;

    public MirrorClass(TestDescriptor original, ForkOpener opener, FailureDecoder failures) {
        super(original, opener, failures);
        planned = original.getChildren().stream().map(PlannedMirror::new).toList();
        planned.forEach(this::addChild);
    }

    /** What its tests need is held as long as its fork runs: the fork takes no locks of this JVM. */
    @Override
    public Set<ExclusiveResource> getExclusiveResources() {
        Set<ExclusiveResource> resources = new HashSet<>(super.getExclusiveResources());
        planned.forEach(child ->
                child.accept(descendant -> resources.addAll(((PlannedMirror) descendant).getExclusiveResources())));
        return resources;
    }

    /** The engine must not execute the tests one by one, in its own order: the fork's events lead. */
    @Override
    public JupiterEngineExecutionContext prepare(JupiterEngineExecutionContext context) {
        List.copyOf(getChildren()).forEach(this::removeChild);
        return context;
    }

    @Override
    void beforeReplay(ForkReplay fork) {
        planned.forEach(child -> fork.announce(child, this));
    }
}
