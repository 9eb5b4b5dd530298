package org.isolatedmounts.internal.discovery.mirror;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.isolatedmounts.internal.discovery.event.FailureDecoder;
import org.isolatedmounts.internal.discovery.event.HostEvents;
import org.isolatedmounts.internal.discovery.event.LookAhead;
import org.isolatedmounts.internal.discovery.run.FailureReports;
import org.isolatedmounts.internal.discovery.run.HostFiles;
import org.isolatedmounts.internal.discovery.run.HostOutput;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.launch.session.ForkFailedException;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.isolatedmounts.internal.plan.task.Invocations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.hierarchical.Node.DynamicTestExecutor;

/** Replays the events of one fork in the host's tree, on the thread that executes the mirror node. */
public final class ForkReplay {

    private final HostEvents events;
    private final LookAhead ahead;
    private final FailureDecoder failures;
    private final HostFiles files;
    private final FailureReports reports;
    private final Consumer<ForkEvent.Laid> onLaid;
    private final Map<String, ForkEvent.Outcome> outerOutcomes = new LinkedHashMap<>();
    private final AnnouncedMirrors announced = new AnnouncedMirrors();
    private final List<ForkEvent.NodeDescription> postponed = new ArrayList<>();
    private boolean laid;
    private boolean ended;
    private boolean exited;
    private boolean cancelled;

    public ForkReplay(
            HostEvents events,
            FailureDecoder failures,
            HostFiles files,
            FailureReports reports,
            Consumer<ForkEvent.Laid> onLaid) {
        this.events = events;
        this.ahead = new LookAhead(events, reports::note);
        this.failures = failures;
        this.files = files;
        this.reports = reports;
        this.onLaid = onLaid;
    }

    /** Where it shows how a test or container begins. */
    LookAhead ahead() {
        return ahead;
    }

    /** Replays what happened before a position; what follows may be replayed by another thread. */
    void playBefore(int position, MirrorNode node, JupiterEngineExecutionContext context) throws InterruptedException {
        for (int i = 0; i < position; i++) {
            playAside(take(), node, context);
        }
    }

    /** A failure with a report on the mounts of this fork; see {@link FailureReports#addTo}. */
    @Nullable
    Throwable reported(
            @Nullable Throwable failure, String id, TestDescriptor node, JupiterEngineExecutionContext context) {
        if (failure != null) {
            reports.addTo(failure, id, node, context);
        }
        return failure;
    }

    /** Replays a test or dynamic container, which has begun, to its end. */
    ForkEvent.Outcome play(MirrorNode node, JupiterEngineExecutionContext context, DynamicTestExecutor executor)
            throws InterruptedException {
        while (true) {
            Optional<DynamicMirror> begun = announced.begunBy(events.peek(0), node);
            if (begun.isPresent()) {
                executeAnnounced(begun.get(), context, executor);
                passOverIfCancelled(begun.get(), node, context);
                continue;
            }
            ForkEvent event = take();
            if (event instanceof ForkEvent.Finished finished
                    && finished.uniqueId().equals(node.id())) {
                return finished.outcome();
            } else if (event instanceof ForkEvent.DynamicallyRegistered registered) {
                register(registered.node(), node, context, executor);
            } else if (event instanceof ForkEvent.Exited exited) {
                // once, by the node that has the fork
                throw node instanceof DynamicMirror ? death(exited) : announced.addTo(death(exited));
            } else if (event instanceof ForkEvent.Question) {
                cancelled |= CancellationProbe.isCancelled(node, executor);
                answer();
            } else {
                playAside(event, node, context);
            }
        }
    }

    private static void executeAnnounced(
            DynamicMirror mirror, JupiterEngineExecutionContext context, DynamicTestExecutor executor) {
        // it is done when this returns: a mirror runs on the thread of its parent
        Future<?> unused = executor.execute(mirror, new AnnouncedListener(mirror, context.getExecutionListener()));
    }

    private void answer() {
        events.answer(cancelled ? ForkAnswer.CANCEL : ForkAnswer.GO_ON);
    }

    /**
     * The engine is cancelled when it skips a test by itself. A fork that does not know of it yet has come to that test, too,
     * and may have begun it: nobody hears of that, as the test was skipped.
     */
    private void passOverIfCancelled(DynamicMirror executed, MirrorNode node, JupiterEngineExecutionContext context)
            throws InterruptedException {
        if (executed.isReached()) {
            return;
        }
        if (!cancelled) {
            cancelled = true;
            answer();
        }
        boolean begun = false;
        for (ForkEvent event = take(); !ends(event, executed); event = take()) {
            begun |= begins(event, executed);
            if (event instanceof ForkEvent.Exited exited) {
                throw death(exited);
            } else if (!begun || event instanceof ForkEvent.Question) {
                playAside(event, node, context);
            }
        }
    }

    /** What ends before it is laid may have been denied its namespaces. */
    private ForkFailedException death(ForkEvent.Exited end) {
        ForkFailedException death = events.death(end.status());
        return laid ? death : ForkFailedException.ofFork(String.valueOf(death.getMessage()));
    }

    private ForkEvent take() throws InterruptedException {
        ForkEvent event = events.take();
        exited |= event instanceof ForkEvent.Exited;
        laid |= event instanceof ForkEvent.Laid;
        reports.note(event);
        return event;
    }

    private void register(
            ForkEvent.NodeDescription description,
            MirrorNode node,
            JupiterEngineExecutionContext context,
            DynamicTestExecutor executor)
            throws InterruptedException {
        MirrorNode parent = announced.get(description.parentId()).orElse(node);
        DynamicMirror child =
                new DynamicMirror(new DescribedNode(description, failures.objects()), parent, this, failures);
        ForkEvent next = ahead.afterRegistrations();
        if (next instanceof ForkEvent.Skipped skipped && isPostponed(skipped, child)) {
            postponed.add(description);
        } else if (begins(next, child)) {
            executor.execute(child);
            passOverIfCancelled(child, node, context);
        } else {
            announced.add(child);
            context.getExecutionListener().dynamicTestRegistered(child);
        }
    }

    private static boolean isPostponed(ForkEvent.Skipped skipped, DynamicMirror child) {
        return skipped.uniqueId().equals(child.id()) && skipped.reason().equals(Invocations.POSTPONED);
    }

    private static boolean begins(ForkEvent event, DynamicMirror child) {
        return (event instanceof ForkEvent.Started started && started.uniqueId().equals(child.id()))
                || (event instanceof ForkEvent.Skipped skipped
                        && skipped.uniqueId().equals(child.id()));
    }

    private static boolean ends(ForkEvent event, DynamicMirror child) {
        return (event instanceof ForkEvent.Finished finished
                        && finished.uniqueId().equals(child.id()))
                || (event instanceof ForkEvent.Skipped skipped
                        && skipped.uniqueId().equals(child.id()));
    }

    /** Makes known what is going to begin in the fork without being registered there: it was discovered. */
    void announce(PlannedMirror planned, MirrorNode parent) {
        DynamicMirror mirror = new DynamicMirror(planned, parent, this, failures);
        announced.add(mirror);
        planned.getChildren().forEach(child -> announce((PlannedMirror) child, mirror));
    }

    /** The invocations that were told, and left to other forks. */
    List<ForkEvent.NodeDescription> postponed() {
        return List.copyOf(postponed);
    }

    /**
     * Replays the rest, to the end of the process.
     *
     * @return how the containers around the tests of this fork ended, by unique id
     * @throws ForkFailedException if the fork did not get to the end of its run
     */
    Map<String, ForkEvent.Outcome> finish(MirrorNode node, JupiterEngineExecutionContext context)
            throws InterruptedException {
        ForkEvent event = take();
        while (!(event instanceof ForkEvent.Exited)) {
            playAside(event, node, context);
            event = take();
        }
        if (!ended) {
            throw death((ForkEvent.Exited) event);
        }
        return outerOutcomes;
    }

    /** Kills the fork if it has not been replayed to its end. */
    void close() {
        if (!exited) {
            events.abandon();
        }
    }

    private void playAside(ForkEvent event, MirrorNode node, JupiterEngineExecutionContext context) {
        if (event instanceof ForkEvent.Output output) {
            HostOutput.write(output);
        } else if (event instanceof ForkEvent.Text text) {
            HostOutput.print(text);
        } else if (event instanceof ForkEvent.Laid laid) {
            onLaid.accept(laid);
        } else if (event instanceof ForkEvent.Warning warning) {
            HostOutput.warn(warning.message());
        } else if (event instanceof ForkEvent.EntryReported entry) {
            node.atOrAround(entry.uniqueId())
                    .ifPresent(subject -> context.getExecutionListener()
                            .reportingEntryPublished(subject, ReportEntry.from(entry.keyValuePairs())));
        } else if (event instanceof ForkEvent.FileContent content) {
            files.write(content);
        } else if (event instanceof ForkEvent.FilePublished file) {
            node.atOrAround(file.uniqueId())
                    .ifPresent(
                            subject -> context.getExecutionListener().fileEntryPublished(subject, files.entry(file)));
        } else if (event instanceof ForkEvent.Finished finished) {
            outerOutcomes.put(finished.uniqueId(), finished.outcome());
        } else if (event instanceof ForkEvent.NotLaid notLaid) {
            throw ForkFailedException.ofFork(notLaid.message());
        } else if (event instanceof ForkEvent.EngineFailed failed) {
            throw failures.engineFailure(failed.failure());
        } else if (event instanceof ForkEvent.Question) {
            // of what is not executed here, so nothing is skipped that was not before
            answer();
        } else if (event instanceof ForkEvent.Ended) {
            ended = true;
        }
    }
}
