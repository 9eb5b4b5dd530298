package org.isolatedmounts.internal.discovery.mirror;

import java.util.Optional;
import java.util.function.Supplier;
import org.isolatedmounts.internal.discovery.event.Beginning;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.engine.TestDescriptor;

/**
 * A test class all of whose tests are isolated, each in a fork of its own.
 *
 * <p>Whether the class is skipped or fails before its first test is seen from the fork of that first test, which is
 * started here and waits, finished or not, for its own turn.
 */
public final class MirrorContainer extends MirrorNode implements EndsInForks {

    private @Nullable Beginning start;
    private @Nullable Throwable failure;

    public MirrorContainer(TestDescriptor original) {
        super(original);
    }

    @Override
    public SkipResult shouldBeSkipped(JupiterEngineExecutionContext context) throws InterruptedException {
        Optional<MirrorTest> first = firstTest(this);
        if (first.isPresent()) {
            start = first.get().startOf(this);
            if (start instanceof Beginning.Skips skips) {
                first.get().drain(skips, this, context);
                return SkipResult.skip(skips.reason());
            }
        }
        return SkipResult.doNotSkip();
    }

    @Override
    public JupiterEngineExecutionContext before(JupiterEngineExecutionContext context) throws Exception {
        Optional<MirrorTest> first = firstTest(this);
        if (first.isPresent() && start instanceof Beginning.Begins begins) {
            first.get().playBefore(begins.position(), this, context);
        } else if (first.isPresent() && start instanceof Beginning.Ends ends) {
            first.get().drain(ends, this, context);
            first.get().rethrow(ends, this, context);
        }
        return context;
    }

    @Override
    public synchronized void ended(Supplier<@Nullable Throwable> end) {
        if (failure == null) {
            failure = end.get();
        }
    }

    @Override
    public void after(JupiterEngineExecutionContext context) throws Exception {
        Throwables.rethrow(failure);
    }

    /** When it is cancelled, the engine does not come to the test whose fork was started here. */
    @Override
    public void cleanUp(JupiterEngineExecutionContext context) {
        firstTest(this).ifPresent(MirrorTest::closeFork);
    }

    private static Optional<MirrorTest> firstTest(TestDescriptor container) {
        for (TestDescriptor child : container.getChildren()) {
            Optional<MirrorTest> first = child instanceof MirrorTest test ? Optional.of(test) : firstTest(child);
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }
}
