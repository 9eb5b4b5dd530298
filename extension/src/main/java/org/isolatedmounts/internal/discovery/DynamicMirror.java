package org.isolatedmounts.internal.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A test or container that came up in the fork while a {@link MirrorTest} was executed there. */
final class DynamicMirror extends MirrorNode {

    private final ForkReplay replay;
    private final FailureDecoder failures;

    private DynamicMirror(TestDescriptor description, ForkReplay replay, FailureDecoder failures) {
        super(description);
        this.replay = replay;
        this.failures = failures;
    }

    static DynamicMirror create(ForkEvent.NodeDescription node, ForkReplay replay, FailureDecoder failures) {
        return new DynamicMirror(new Described(node), replay, failures);
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

    @Override
    public SkipResult shouldBeSkipped(JupiterEngineExecutionContext context) throws InterruptedException {
        Start start = replay.startOfTest(id());
        replay.playBefore(start.position(), this, context);
        return start instanceof Start.Skips skips ? SkipResult.skip(skips.reason()) : SkipResult.doNotSkip();
    }

    @Override
    public JupiterEngineExecutionContext execute(
            JupiterEngineExecutionContext context, DynamicTestExecutor dynamicTestExecutor) throws Exception {
        Throwables.rethrow(failures.decode(replay.play(this, context, dynamicTestExecutor)));
        return context;
    }

    /** The description in the shape of the descriptor that it was made from. */
    private static final class Described extends AbstractTestDescriptor {

        private final ForkEvent.NodeDescription node;

        Described(ForkEvent.NodeDescription node) {
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
}
