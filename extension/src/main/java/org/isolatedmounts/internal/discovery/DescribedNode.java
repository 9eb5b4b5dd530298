package org.isolatedmounts.internal.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** What a fork told of a node, in the shape of the descriptor that was described. */
final class DescribedNode extends AbstractTestDescriptor {

    private final ForkEvent.NodeDescription node;

    DescribedNode(ForkEvent.NodeDescription node) {
        super(UniqueId.parse(node.uniqueId()), node.displayName(), source(node.source()));
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

    private static @Nullable TestSource source(byte[] serialized) {
        if (serialized.length == 0) {
            return null;
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(serialized))) {
            return (TestSource) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            return null;
        }
    }
}
