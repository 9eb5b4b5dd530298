package org.isolatedmounts.internal.discovery.mirror;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.isolatedmounts.internal.discovery.event.FailureDecoder;
import org.isolatedmounts.internal.discovery.run.HostProgress;
import org.isolatedmounts.internal.launch.session.ForkFailedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.engine.TestDescriptor;

/**
 * A template each of whose invocations runs in a fork of its own.
 *
 * <p>How many there are is known only where the test's code is: the first fork tells of all of them and runs the first.
 * Should it die of that one, a second fork runs the second and tells of the rest, and so on.
 */
public final class MirrorTemplate extends MirrorTest implements EndsInForks {

    private static final int NO_INVOCATION = 0;

    private final IntFunction<ForkOpener> byNumber;
    private final Function<String, ForkOpener> byId;
    private final FailureDecoder failures;
    private final FailureThreshold threshold;
    private final Set<String> begun = new HashSet<>();
    private @Nullable Throwable failure;

    /**
     * @param byNumber opens a fork that tells of all invocations and runs one, counted from 1, or with 0 none
     * @param byId opens the fork of one invocation
     */
    public MirrorTemplate(
            TestDescriptor original,
            IntFunction<ForkOpener> byNumber,
            Function<String, ForkOpener> byId,
            FailureDecoder failures) {
        super(original, byNumber.apply(1), failures);
        this.byNumber = byNumber;
        this.byId = byId;
        this.failures = failures;
        this.threshold = FailureThreshold.of(original);
    }

    FailureThreshold threshold() {
        return threshold;
    }

    /** Called when an invocation begins in a fork that tells of all. */
    void begins(DynamicMirror invocation) {
        begun.add(invocation.id());
    }

    @Override
    @Nullable
    Throwable end(ForkReplay first, JupiterEngineExecutionContext context, DynamicTestExecutor executor)
            throws InterruptedException {
        ForkReplay teller = first;
        boolean told = false;
        while (!told) {
            int before = begun.size();
            try {
                failure = teller.reported(replayed(teller, context, executor), id(), this, context);
                told = true;
            } catch (ForkFailedException e) {
                if (begun.size() == before) {
                    return teller.reported(e, id(), this, context);
                }
                // the invocation that it ran has this as its outcome
                teller = byNumber.apply(nextNumber()).open(Optional.empty());
            }
        }
        List<MirrorInvocation> left = teller.postponed().stream()
                .filter(postponed -> !begun.contains(postponed.uniqueId()))
                .map(postponed -> new MirrorInvocation(this, postponed, byId.apply(postponed.uniqueId()), failures))
                .toList();
        HostProgress.instance().needed(left.stream().map(MirrorNode::id).toList());
        left.forEach(executor::execute);
        return null;
    }

    /** Of the invocation that the next teller runs: none if that would be skipped. */
    private int nextNumber() {
        return threshold.exceeded().isPresent() ? NO_INVOCATION : begun.size() + 1;
    }

    /** The first fork that ends this template in a failure speaks for all. */
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
}
