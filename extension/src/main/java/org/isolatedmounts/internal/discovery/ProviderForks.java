package org.isolatedmounts.internal.discovery;

import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.discovery.ProviderAnswers.Answer;
import org.isolatedmounts.internal.discovery.run.HostOutput;
import org.isolatedmounts.internal.event.Failure;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.launch.ForkLimits;
import org.isolatedmounts.internal.launch.Forks;
import org.isolatedmounts.internal.launch.Settings;
import org.isolatedmounts.internal.launch.session.ForkFailedException;
import org.isolatedmounts.internal.launch.session.ForkSession;
import org.isolatedmounts.internal.layout.ProvidedLayouts;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.task.LayoutBytes;
import org.isolatedmounts.internal.plan.task.ProviderCall;
import org.isolatedmounts.layout.Layout;
import org.opentest4j.TestAbortedException;

/**
 * Calls providers of layouts in forks without a layout.
 *
 * @param node the test that needs their answers
 */
record ProviderForks(
        IsolatedNode node,
        Map<String, String> parameters,
        Settings settings,
        ForkLimits limits,
        ProviderAnswers answers)
        implements ProvidedLayouts {

    @Override
    public Layout of(ProviderCall call, String declaredBy) throws InterruptedException {
        Answer answer = answers.of(call, () -> answer(call));
        if (answer.layout() != null) {
            return answer.layout();
        }
        String message = declaredBy + ": " + answer.problem();
        if (answer.cause() instanceof TestAbortedException) {
            throw new TestAbortedException(message, answer.cause());
        }
        InvalidLayoutException problem = new InvalidLayoutException(message);
        if (answer.cause() != null) {
            problem.initCause(answer.cause());
        }
        throw problem;
    }

    private Answer answer(ProviderCall call) throws InterruptedException {
        ForkSession session = Forks.instance()
                .open(
                        Forks.instance()
                                .request(node.testClass(), new LayoutPlan(List.of()), call, parameters, settings),
                        settings,
                        limits);
        try {
            return answer(call, session);
        } catch (RuntimeException e) {
            // nobody takes what it goes on to tell
            session.abandon();
            throw e;
        }
    }

    private Answer answer(ProviderCall call, ForkSession session) throws InterruptedException {
        Answer answer = null;
        ForkEvent event = session.take();
        while (!(event instanceof ForkEvent.Exited)) {
            if (event instanceof ForkEvent.LayoutProvided provided) {
                answer = answer(call, provided);
            } else if (event instanceof ForkEvent.NotLaid notLaid) {
                throw ForkFailedException.ofFork(notLaid.message());
            } else {
                print(event);
            }
            event = session.take();
        }
        if (answer == null) {
            return new Answer(
                    null,
                    "layout provider " + call.provider() + " has not answered: "
                            + session.death(((ForkEvent.Exited) event).status()).getMessage(),
                    null);
        }
        return answer;
    }

    private Answer answer(ProviderCall call, ForkEvent.LayoutProvided provided) {
        Failure failure = provided.failure();
        if (failure != null) {
            return new Answer(
                    null,
                    "layout provider " + call.provider() + " has thrown "
                            + failure.description().printed(),
                    node.failures().decode(failure));
        }
        if (provided.layout().length == 0) {
            return new Answer(
                    null,
                    "layout provider " + call.provider() + " must return a layout, but has returned null; return"
                            + " Layout.host() for none",
                    null);
        }
        try {
            return new Answer(LayoutBytes.read(provided.layout(), Layout.class), "", null);
        } catch (IllegalArgumentException e) {
            return new Answer(
                    null,
                    "layout provider " + call.provider()
                            + " must return a layout as MountSpec makes it, but has returned something else ("
                            + e.getMessage() + ")",
                    null);
        }
    }

    private static void print(ForkEvent event) {
        if (event instanceof ForkEvent.Output output) {
            HostOutput.write(output);
        } else if (event instanceof ForkEvent.Text text) {
            HostOutput.print(text);
        } else if (event instanceof ForkEvent.Warning warning) {
            HostOutput.warn(warning.message());
        }
    }
}
