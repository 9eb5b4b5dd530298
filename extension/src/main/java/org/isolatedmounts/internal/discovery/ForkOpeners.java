package org.isolatedmounts.internal.discovery;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.isolatedmounts.internal.discovery.event.EnginePrefix;
import org.isolatedmounts.internal.discovery.event.HostEvents;
import org.isolatedmounts.internal.discovery.mirror.ForkOpener;
import org.isolatedmounts.internal.discovery.mirror.ForkReplay;
import org.isolatedmounts.internal.discovery.run.FailureReports;
import org.isolatedmounts.internal.discovery.run.HostFiles;
import org.isolatedmounts.internal.discovery.run.HostOutput;
import org.isolatedmounts.internal.discovery.run.HostProgress;
import org.isolatedmounts.internal.discovery.run.HostReport;
import org.isolatedmounts.internal.discovery.run.OutputDirectory;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.launch.ForkLimits;
import org.isolatedmounts.internal.launch.Forks;
import org.isolatedmounts.internal.launch.Settings;
import org.isolatedmounts.internal.launch.session.ForkSession;
import org.isolatedmounts.internal.launch.supervisor.IsolationUnavailableException;
import org.isolatedmounts.internal.layout.CheckedLayout;
import org.isolatedmounts.internal.layout.DeclarationReader;
import org.isolatedmounts.internal.layout.value.MissingRightsException;
import org.isolatedmounts.internal.parameter.ParameterNames;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.SupervisorCommand.StartFork;
import org.isolatedmounts.internal.plan.task.ForkTask;
import org.isolatedmounts.internal.plan.task.Invocations;
import org.isolatedmounts.internal.plan.task.LayoutBytes;
import org.isolatedmounts.internal.plan.task.Turn;
import org.isolatedmounts.internal.report.LayoutReport;
import org.junit.platform.commons.JUnitException;
import org.opentest4j.TestAbortedException;

/**
 * Opens the forks of the tests of one engine.
 *
 * @param settings what the parameters say of forks
 * @param limits of the request: the engines of its suites have them in common
 * @param provided what providers of layouts have answered these tests
 */
record ForkOpeners(
        RunParameters parameters,
        Settings settings,
        ForkLimits limits,
        OutputDirectory outputDirectory,
        EnginePrefix prefix,
        ProviderAnswers provided) {

    /**
     * Reads the parameters, even if no fork will be opened: one that is written wrongly may be the reason for that.
     *
     * @throws JUnitException for one that does not exist or has a value that cannot be read
     */
    static ForkOpeners of(
            RunParameters parameters, ForkLimits limits, OutputDirectory outputDirectory, EnginePrefix prefix) {
        ParameterNames.check(parameters.names());
        return new ForkOpeners(
                parameters, Settings.read(parameters::get), limits, outputDirectory, prefix, new ProviderAnswers());
    }

    /** The fork that runs what the unique ids name. */
    ForkOpener all(IsolatedNode node, List<String> ids) {
        return opener(
                node.id(), waitsAt -> open(node.id(), node, ids, parametersForFork(waitsAt), OptionalInt.empty()));
    }

    /** The fork of one invocation of a template. */
    ForkOpener invocation(IsolatedNode template, String id) {
        return opener(
                id, waitsAt -> open(id, template, List.of(id), parametersForFork(waitsAt), InvocationNumber.of(id)));
    }

    /** The fork that tells of all invocations of a template and runs one, counted from 1, or with 0 none. */
    ForkOpener one(IsolatedNode template, List<String> ids, int number) {
        String name = number == 1 ? template.id() : template.id() + "/[fork:#" + number + "]";
        return opener(name, waitsAt -> {
            Map<String, String> ofFork = parametersForFork(waitsAt);
            ofFork.put(Invocations.TEMPLATE_PARAMETER, prefix.inFork(template.id()));
            ofFork.put(Invocations.NUMBER_PARAMETER, String.valueOf(number));
            return open(name, template, ids, ofFork, InvocationNumber.of(ids, number));
        });
    }

    private static ForkOpener opener(String name, ForkOpener opener) {
        HostProgress.instance().planned(name);
        return opener;
    }

    private ForkReplay open(
            String name,
            IsolatedNode node,
            List<String> ids,
            Map<String, String> parametersForFork,
            OptionalInt invocation)
            throws InterruptedException {
        try {
            return open(name, node, ids, parametersForFork, layout(node, invocation));
        } catch (IsolationUnavailableException e) {
            if (settings.skipUnavailable()) {
                throw new TestAbortedException(String.valueOf(e.getMessage()), e);
            }
            throw e.withAlternative();
        }
    }

    private CheckedLayout layout(IsolatedNode node, OptionalInt invocation) throws InterruptedException {
        ProviderForks providers =
                new ProviderForks(node, parametersForFork(Optional.empty()), settings, limits, provided);
        try {
            return node.isolation().layout(DeclarationReader.ofThisProject(parameters::get, invocation, providers));
        } catch (MissingRightsException e) {
            throw new IsolationUnavailableException(String.valueOf(e.getMessage()));
        }
    }

    private ForkReplay open(
            String name,
            IsolatedNode node,
            List<String> ids,
            Map<String, String> parametersForFork,
            CheckedLayout checked)
            throws InterruptedException {
        LayoutPlan layout = checked.plan();
        if (node.isolation().tellsLayout()) {
            byte[] declared = LayoutBytes.write(checked.declared());
            parametersForFork.put(LayoutBytes.PARAMETER, Base64.getEncoder().encodeToString(declared));
        }
        StartFork request = Forks.instance()
                .request(
                        node.testClass(),
                        layout,
                        new ForkTask.Tests(ids.stream().map(prefix::inFork).toList()),
                        parametersForFork,
                        settings);
        Consumer<ForkEvent.Laid> print = laid -> HostOutput.tell(LayoutReport.of(node.title(), layout, laid));
        Consumer<ForkEvent> progress = HostProgress.instance().ordered(name);
        ForkSession session = Forks.instance().open(request, settings, limits);
        // the page knows no fork that never was
        Consumer<ForkEvent> report = HostReport.instance().ordered(layout, ids, settings);
        return new ForkReplay(
                new HostEvents(session, prefix, report.andThen(progress)),
                node.failures(),
                new HostFiles(outputDirectory::root),
                new FailureReports(
                        node.id(),
                        node.title(),
                        layout,
                        Optional.of(outputDirectory).filter(any -> settings.failureFiles())),
                settings.verbose() ? print : laid -> {});
    }

    private Map<String, String> parametersForFork(Optional<String> waitsAt) {
        Map<String, String> ofFork = parameters.asMap();
        ofFork.putAll(HostOutput.charsets());
        // what is unique in it is so for a run, not for each of its forks
        ofFork.computeIfPresent(
                Settings.OUTPUT_DIRECTORY,
                (name, value) -> value.contains("{") ? outputDirectory.root().toString() : value);
        waitsAt.ifPresent(id -> ofFork.put(Turn.PARAMETER, prefix.inFork(id)));
        return ofFork;
    }
}
