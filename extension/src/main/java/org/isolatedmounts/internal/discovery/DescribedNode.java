package org.isolatedmounts.internal.discovery;

import java.io.IOException;
import org.isolatedmounts.internal.event.ForkEvent;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** What a fork told of a node, in the shape of the descriptor that was described. */
final class DescribedNode extends AbstractTestDescriptor {

    private final ForkEvent.NodeDescription node;

    DescribedNode(ForkEvent.NodeDescription node, ForkObjects objects) {
        super(UniqueId.parse(node.uniqueId()), node.displayName(), source(node.source(), objects));
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

    private static @Nullable TestSource source(byte[] serialized, ForkObjects objects) {
        if (serialized.length == 0) {
            return null;
        }
        try {
            return (TestSource) objects.read(serialized);
        } catch (IOException | ClassNotFoundException e) {
            return null;
        }
    }
}
