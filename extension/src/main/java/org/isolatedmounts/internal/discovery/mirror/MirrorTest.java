package org.isolatedmounts.internal.discovery.mirror;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.isolatedmounts.internal.discovery.event.Beginning;
import org.isolatedmounts.internal.discovery.event.FailureDecoder;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.launch.session.ForkFailedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.engine.TestDescriptor;

/** What runs in a fork of its own: an isolated test, factory or class template. Opens its fork and replays it. */
public class MirrorTest extends MirrorNode {

    private final ForkOpener opener;
    private final FailureDecoder failures;
    private @Nullable ForkReplay replay;
    private @Nullable Throwable unopened;
    private Beginning.@Nullable Ends early;
    private boolean closed;

    public MirrorTest(TestDescriptor original, ForkOpener opener, FailureDecoder failures) {
        super(original);
        this.opener = opener;
        this.failures = failures;
    }

    /** How a container around this test begins, as the fork of this test shows; a fork that never came tells nothing. */
    @Nullable
    Beginning startOf(MirrorContainer container) throws InterruptedException {
        Optional<ForkReplay> opened = open(outermostLocking(container).map(MirrorNode::id));
        if (opened.isEmpty()) {
            return null;
        }
        return opened.get().ahead().ofContainer(container.id());
    }

    /** This test or a container around it, within that container, whose locks nobody holds yet when that one begins. */
    private Optional<MirrorNode> outermostLocking(MirrorContainer container) {
        Optional<MirrorNode> outermost = Optional.empty();
        for (MirrorNode node = this;
                !node.equals(container);
                node = (MirrorNode) node.getParent().orElseThrow()) {
            if (!node.getExclusiveResources().isEmpty()) {
                outermost = Optional.of(node);
            }
        }
        return outermost;
    }

    void playBefore(int position, MirrorNode node, JupiterEngineExecutionContext context) throws InterruptedException {
        if (replay != null) {
            replay.playBefore(position, node, context);
        }
    }

    /**
     * Replays what is left to the end of the fork, for a test or container that did not begin. Containers around it may have
     * failed at their end; how the fork itself ended is of no interest.
     *
     * @param told how this began, by which a container has ended already, perhaps
     */
    void drain(Beginning told, MirrorNode node, JupiterEngineExecutionContext context) throws InterruptedException {
        if (replay != null) {
            try {
                Map<String, ForkEvent.Outcome> ends = new LinkedHashMap<>(replay.finish(node, context));
                if (told instanceof Beginning.Ends end) {
                    ends.remove(end.uniqueId());
                }
                // what no node of the host stands for has nobody to fail
                Throwable unused = recorded(ends, replay, context);
            } catch (ForkFailedException e) {
                // the test or container has its own reason not to begin
            }
        }
    }

    /** Throws what a container around this test ended with, or this test itself, before it could begin. */
    void rethrow(Beginning.Ends ends, MirrorNode node, JupiterEngineExecutionContext context) throws Exception {
        if (replay != null) {
            Throwables.rethrow(replay.reported(failures.decode(ends.outcome()), ends.uniqueId(), node, context));
        }
    }

    @Override
    public SkipResult shouldBeSkipped(JupiterEngineExecutionContext context) throws Exception {
        Optional<ForkReplay> opened = open(Optional.empty());
        if (opened.isEmpty()) {
            return SkipResult.doNotSkip();
        }
        Beginning start = opened.get().ahead().ofTest(id());
        playBefore(start.position(), this, context);
        if (start instanceof Beginning.Skips skips) {
            drain(skips, this, context);
            return SkipResult.skip(skips.reason());
        }
        if (start instanceof Beginning.Ends ends) {
            drain(ends, this, context);
            early = ends;
        }
        return SkipResult.doNotSkip();
    }

    @Override
    public JupiterEngineExecutionContext execute(
            JupiterEngineExecutionContext context, DynamicTestExecutor dynamicTestExecutor) throws Exception {
        Throwables.rethrow(unopened);
        if (early != null) {
            rethrow(early, this, context);
            throw new ForkFailedException("@IsolatedMounts: " + getDisplayName()
                    + " did not come up in its fork; what provides it must provide the same in every JVM.");
        }
        ForkReplay fork = open(Optional.empty()).orElseThrow();
        Throwables.rethrow(end(fork, context, dynamicTestExecutor));
        return context;
    }

    /** Nothing is left of a fork whose end nobody waited for, as after an interrupt. */
    @Override
    public void cleanUp(JupiterEngineExecutionContext context) {
        closeFork();
    }

    /** Keeps nothing of what the fork told, its mount table above all: a mirror lives as long as the plan. */
    void closeFork() {
        closed = true;
        if (replay != null) {
            replay.close();
            replay = null;
        }
    }

    /** What this test ends with, with a report on the mounts of the fork that told of it. */
    @Nullable
    Throwable end(ForkReplay fork, JupiterEngineExecutionContext context, DynamicTestExecutor executor)
            throws InterruptedException {
        try {
            return fork.reported(replayed(fork, context, executor), id(), this, context);
        } catch (ForkFailedException e) {
            return fork.reported(e, id(), this, context);
        }
    }

    @Nullable
    final Throwable replayed(ForkReplay fork, JupiterEngineExecutionContext context, DynamicTestExecutor executor)
            throws InterruptedException {
        beforeReplay(fork);
        try {
            ForkEvent.Outcome outcome = fork.play(this, context, executor);
            return withRest(failures.decode(outcome), fork, context);
        } catch (InterruptedException | RuntimeException e) {
            // nobody will take what the fork goes on to tell
            fork.close();
            throw e;
        }
    }

    /** For what is known of the fork's tests beforehand. */
    void beforeReplay(ForkReplay fork) {}

    /** What happened after the test in its fork: the ends of the containers around it, an end of the fork itself. */
    private @Nullable Throwable withRest(
            @Nullable Throwable failure, ForkReplay fork, JupiterEngineExecutionContext context)
            throws InterruptedException {
        try {
            return join(failure, recorded(fork.finish(this, context), fork, context));
        } catch (ForkFailedException e) {
            return join(failure, e);
        }
    }

    /** Tells containers what they ended with in the fork; what is of none of them is left. */
    private @Nullable Throwable recorded(
            Map<String, ForkEvent.Outcome> ends, ForkReplay fork, JupiterEngineExecutionContext context) {
        Throwable left = null;
        for (Map.Entry<String, ForkEvent.Outcome> end : ends.entrySet()) {
            Throwable ended = failures.decode(end.getValue());
            Optional<MirrorNode> node = atOrAround(end.getKey());
            if (node.isPresent() && node.get() instanceof EndsInForks container) {
                container.ended(() -> fork.reported(ended, end.getKey(), node.get(), context));
            } else {
                left = join(left, unlessOfContainer(ended, end.getKey(), fork, context));
            }
        }
        return left;
    }

    private @Nullable Throwable unlessOfContainer(
            @Nullable Throwable failure, String id, ForkReplay fork, JupiterEngineExecutionContext context) {
        boolean isOfContainer = failure != null
                && PlainContainers.fail(
                        id,
                        failure,
                        context.getExtensionContext(),
                        thrown -> descriptorAtOrAround(id).ifPresent(node -> fork.reported(thrown, id, node, context)));
        return isOfContainer ? null : failure;
    }

    private static @Nullable Throwable join(@Nullable Throwable first, @Nullable Throwable second) {
        if (first != null && second != null) {
            first.addSuppressed(second);
        }
        return first == null ? second : first;
    }

    private Optional<ForkReplay> open(Optional<String> waitsAt) throws InterruptedException {
        if (replay == null && unopened == null && !closed) {
            try {
                replay = opener.open(waitsAt);
            } catch (RuntimeException e) {
                // told when it is this test's turn, also if a container asked first
                unopened = e;
            }
        }
        return Optional.ofNullable(replay);
    }
}
