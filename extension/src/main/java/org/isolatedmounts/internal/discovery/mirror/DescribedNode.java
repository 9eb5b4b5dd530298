package org.isolatedmounts.internal.discovery.mirror;

import org.isolatedmounts.internal.discovery.event.ForkObjects;
import org.isolatedmounts.internal.event.ForkEvent;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** What a fork told of a node, in the shape of the descriptor that was described. */
final class DescribedNode extends AbstractTestDescriptor {

    private final ForkEvent.NodeDescription node;

    DescribedNode(ForkEvent.NodeDescription node, ForkObjects objects) {
        super(UniqueId.parse(node.uniqueId()), node.displayName(), objects.read(node.source(), TestSource.class));
        this.node = node;
    }

    @Override
    public String getLegacyReportingName() {
        return node.legacyReportingName();
    }

    @Override
    public Type getType() {
        return Type.valueOf(node.type());
    }
}
