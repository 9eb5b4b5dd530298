package org.isolatedmounts.internal.discovery.mirror;

import java.util.Optional;
import java.util.Set;
import org.isolatedmounts.internal.discovery.run.HostProgress;
import org.isolatedmounts.internal.discovery.run.HostReport;
import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.Node;

/** Stands in the host's tree where Jupiter's descriptor stood: same unique id, names, source, tags, locks. */
public abstract class MirrorNode extends AbstractTestDescriptor implements Node<JupiterEngineExecutionContext> {

    private final TestDescriptor original;
    private final Node<?> originalNode;

    MirrorNode(TestDescriptor original) {
        super(
                original.getUniqueId(),
                original.getDisplayName(),
                original.getSource().orElse(null));
        this.original = original;
        this.originalNode = original instanceof Node<?> node ? node : new Node<JupiterEngineExecutionContext>() {};
    }

    @Override
    public String getLegacyReportingName() {
        return original.getLegacyReportingName();
    }

    @Override
    public Type getType() {
        return original.getType();
    }

    @Override
    public Set<TestTag> getTags() {
        return original.getTags();
    }

    @Override
    public boolean mayRegisterTests() {
        return original.mayRegisterTests();
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return originalNode.getExecutionMode();
    }

    @Override
    public Set<ExclusiveResource> getExclusiveResources() {
        return originalNode.getExclusiveResources();
    }

    @Override
    public void nodeSkipped(JupiterEngineExecutionContext context, TestDescriptor descriptor, SkipResult result) {
        makeRoomForLaunchers();
        HostReport.instance().skipped(this, result.getReason().orElse(""));
    }

    @Override
    public void nodeFinished(
            JupiterEngineExecutionContext context, TestDescriptor descriptor, TestExecutionResult result) {
        makeRoomForLaunchers();
        HostReport.instance().finished(this, result);
    }

    /** Launchers print at the end of classes, and may hear of it before our own listener does. */
    private void makeRoomForLaunchers() {
        if (isContainer()) {
            HostProgress.instance().makeRoom();
        }
    }

    /** The mirror node with an id among this one and those around it. */
    Optional<MirrorNode> atOrAround(String id) {
        return descriptorAtOrAround(id).filter(MirrorNode.class::isInstance).map(MirrorNode.class::cast);
    }

    /** The same, even if it is no mirror. */
    Optional<TestDescriptor> descriptorAtOrAround(String id) {
        Optional<TestDescriptor> node = Optional.of(this);
        while (node.isPresent() && !node.get().getUniqueId().toString().equals(id)) {
            node = node.get().getParent();
        }
        return node;
    }

    String id() {
        return getUniqueId().toString();
    }
}
