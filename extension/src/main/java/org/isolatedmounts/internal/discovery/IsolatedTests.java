package org.isolatedmounts.internal.discovery;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.launch.ForkOrder;
import org.isolatedmounts.internal.launch.Forks;
import org.isolatedmounts.internal.launch.IsolationUnavailableException;
import org.isolatedmounts.internal.launch.Settings;
import org.isolatedmounts.internal.layout.InvalidLayoutException;
import org.isolatedmounts.internal.layout.Isolation;
import org.isolatedmounts.internal.layout.IsolationDefaults;
import org.isolatedmounts.internal.plan.Invocations;
import org.isolatedmounts.internal.plan.Layout;
import org.isolatedmounts.internal.report.LayoutReport;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.opentest4j.TestAbortedException;

/** Decides which tests are isolated and makes their mirror nodes; an error in a layout becomes the test's outcome. */
final class IsolatedTests {

    private static final String OUTPUT_DIRECTORY = "junit.platform.reporting.output.dir";

    private final ConfigurationParameters parameters;
    private final Supplier<Path> outputDirectory;
    private final IsolationDefaults defaults;
    private final SelectedInvocations invocations;

    IsolatedTests(LauncherDiscoveryRequest request, Map<String, List<String>> templates) {
        this.parameters = request.getConfigurationParameters();
        this.outputDirectory = () -> outputDirectory(request);
        this.defaults = IsolationDefaults.read(parameters::get);
        this.invocations = new SelectedInvocations(request, templates);
    }

    /** Whether a class and all in it, which was looked at from the outside in, is to run in one fork. */
    boolean isSharingFork(TestDescriptor container) {
        List<Class<?>> testClasses = IsolatedNode.testClasses(container);
        return !testClasses.isEmpty()
                && Isolation.of(testClasses, Optional.empty(), defaults).isShared();
    }

    MirrorTest mirrorOfClass(TestDescriptor testClass) {
        IsolatedNode node = new IsolatedNode(testClass, defaults);
        List<String> ids = TreeRewriter.executedAsOne(testClass).stream()
                .flatMap(test -> invocations.of(test).stream())
                .toList();
        ForkOpener opener =
                node.misfit().map(IsolatedTests::refusal).orElseGet(() -> () -> open(node, ids, parametersForFork()));
        return new MirrorClass(testClass, opener, node.failures());
    }

    /** The mirror of a test that is isolated, or that must fail because it declares mounts and is not. */
    Optional<MirrorTest> mirror(TestDescriptor test) {
        IsolatedNode node = new IsolatedNode(test, defaults);
        if (node.isolation().isIsolated()) {
            return Optional.of(isTemplate(test) ? template(node) : single(node));
        }
        return node.isolation()
                .mountsWithoutIsolation()
                .map(error -> new MirrorTest(test, refusal(error), node.failures()));
    }

    private static ForkOpener refusal(InvalidLayoutException error) {
        return () -> {
            throw error;
        };
    }

    private static boolean isTemplate(TestDescriptor test) {
        return test.getUniqueId().getLastSegment().getType().equals("test-template");
    }

    private MirrorTest single(IsolatedNode node) {
        return new MirrorTest(
                node.descriptor(),
                () -> open(node, invocations.of(node.descriptor()), parametersForFork()),
                node.failures());
    }

    private MirrorTest template(IsolatedNode node) {
        return new MirrorTemplate(
                node.descriptor(),
                number -> () -> open(node, invocations.of(node.descriptor()), parametersForOne(node, number)),
                invocation -> () -> open(node, List.of(invocation), parametersForFork()),
                node.failures());
    }

    private Map<String, String> parametersForOne(IsolatedNode template, int number) {
        Map<String, String> ofFork = parametersForFork();
        ofFork.put(Invocations.TEMPLATE_PARAMETER, template.id());
        ofFork.put(Invocations.NUMBER_PARAMETER, String.valueOf(number));
        return ofFork;
    }

    private ForkReplay open(IsolatedNode node, List<String> ids, Map<String, String> parametersForFork)
            throws InterruptedException {
        Settings settings = Settings.read(parameters::get);
        Layout layout = node.isolation().layout();
        ForkOrder order = new ForkOrder(node.testClass(), layout, ids, parametersForFork, settings);
        Consumer<ForkEvent.Laid> print = laid -> System.out.print(LayoutReport.of(node.title(), layout, laid));
        try {
            return new ForkReplay(
                    Forks.instance().open(order),
                    node.failures(),
                    new HostFiles(outputDirectory),
                    settings.verbose() ? print : laid -> {});
        } catch (IsolationUnavailableException e) {
            if (settings.skipUnavailable()) {
                throw new TestAbortedException(String.valueOf(e.getMessage()), e);
            }
            throw e;
        }
    }

    private Map<String, String> parametersForFork() {
        Map<String, String> ofFork = parameters.keySet().stream()
                .flatMap(name -> parameters.get(name).map(value -> Map.entry(name, value)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        // what is unique in it is so for a run, not for each of its forks
        ofFork.computeIfPresent(
                OUTPUT_DIRECTORY,
                (name, value) -> value.contains("{") ? outputDirectory.get().toString() : value);
        return ofFork;
    }

    /** By the name that it has in every version of JUnit that is supported. */
    @SuppressWarnings("deprecation")
    private static Path outputDirectory(LauncherDiscoveryRequest request) {
        return request.getOutputDirectoryProvider().getRootDirectory();
    }
}
