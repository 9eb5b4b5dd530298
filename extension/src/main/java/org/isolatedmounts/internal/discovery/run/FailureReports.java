package org.isolatedmounts.internal.discovery.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.report.FailureReport;
import org.isolatedmounts.internal.report.MountsAtFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.FileEntry;
import org.opentest4j.IncompleteExecutionException;

/**
 * Adds to what failed in one fork what is known of its mounts: briefly as a suppressed exception, in full as a published
 * file, if the run has a directory for it. Whatever goes wrong with that, the failure itself stays as it is.
 */
public final class FailureReports {

    private static final String FILE = "mounts-at-failure.txt";

    private final String isolatedId;
    private final String isolatedTitle;
    private final LayoutPlan layout;
    private final Optional<OutputDirectory> directory;
    private final Map<String, ForkEvent.Examined> states = new HashMap<>();
    private ForkEvent.@Nullable Laid laid;

    /**
     * @param isolatedId the unique id of what has the fork
     * @param isolatedTitle its name in messages
     * @param directory absent if no file is to be written
     */
    public FailureReports(
            String isolatedId, String isolatedTitle, LayoutPlan layout, Optional<OutputDirectory> directory) {
        this.isolatedId = isolatedId;
        this.isolatedTitle = isolatedTitle;
        this.layout = layout;
        this.directory = directory;
    }

    /** Takes what the fork's events tell; more than once does no harm. */
    public void note(ForkEvent event) {
        if (event instanceof ForkEvent.Laid first) {
            laid = first;
        } else if (event instanceof ForkEvent.Examined state) {
            states.put(state.uniqueId(), state);
        }
    }

    /**
     * Adds a report to a failure, unless nothing was laid or the test was only aborted.
     *
     * @param id of what failed in the fork
     * @param node that has the failure in the host's tree, and has been started
     */
    public void addTo(Throwable failure, String id, TestDescriptor node, JupiterEngineExecutionContext context) {
        if (laid == null || isAborted(failure)) {
            return;
        }
        try {
            // the state at another failure would be a wrong one
            Optional<ForkEvent.Examined> state = Optional.ofNullable(states.get(id))
                    .or(() -> Optional.ofNullable(states.get(ForkEvent.Examined.AT_END)));
            FailureReport report = new FailureReport(title(node), layout, laid, state);
            List<String> text = report.brief();
            Optional<String> inFull = directory.map(root -> publish(report, root, node, context));
            inFull.ifPresent(text::add);
            failure.addSuppressed(new MountsAtFailure(String.join("\n    ", text)));
            if (failure.getSuppressed().length == 0) {
                HostOutput.warn(failure.getClass().getName() + " takes no suppressed exception that would tell the "
                        + text.get(0) + inFull.map(where -> "; " + where).orElse(""));
            }
        } catch (RuntimeException e) {
            HostOutput.warn("the mounts of " + node.getDisplayName() + " when it failed cannot be told: " + e);
        }
    }

    private static boolean isAborted(Throwable failure) {
        return failure instanceof IncompleteExecutionException
                || failure.getClass().getName().equals("org.junit.AssumptionViolatedException");
    }

    private static String publish(
            FailureReport report, OutputDirectory root, TestDescriptor node, JupiterEngineExecutionContext context) {
        try {
            Path file = root.of(node).resolve(FILE);
            // bytes: a name may contain what no encoder takes that is not told to replace it
            Files.write(file, (String.join("\n", report.full()) + "\n").getBytes(UTF_8));
            context.getExecutionListener().fileEntryPublished(node, FileEntry.from(file, "text/plain"));
            return "in full: " + file;
        } catch (IOException | RuntimeException e) {
            return "in full: nowhere, the file could not be written: " + e;
        }
    }

    private String title(TestDescriptor node) {
        String names = "";
        Optional<TestDescriptor> around = Optional.of(node);
        while (around.isPresent() && !around.get().getUniqueId().toString().equals(isolatedId)) {
            names = " > " + around.get().getDisplayName() + names;
            around = around.get().getParent();
        }
        return around.isPresent() ? isolatedTitle + names : node.getDisplayName();
    }
}
