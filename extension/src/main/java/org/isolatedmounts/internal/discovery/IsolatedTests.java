package org.isolatedmounts.internal.discovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolatedmounts.internal.discovery.event.EnginePrefix;
import org.isolatedmounts.internal.discovery.event.FailureDecoder;
import org.isolatedmounts.internal.discovery.mirror.ForkOpener;
import org.isolatedmounts.internal.discovery.mirror.MirrorClass;
import org.isolatedmounts.internal.discovery.mirror.MirrorTemplate;
import org.isolatedmounts.internal.discovery.mirror.MirrorTest;
import org.isolatedmounts.internal.discovery.run.HostReport;
import org.isolatedmounts.internal.discovery.run.OutputDirectory;
import org.isolatedmounts.internal.launch.ForkLimits;
import org.isolatedmounts.internal.layout.Isolation;
import org.isolatedmounts.internal.layout.IsolationDefaults;
import org.isolatedmounts.internal.layout.MisplacedAnnotations;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.junit.jupiter.engine.descriptor.JupiterEngineDescriptor;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/** Decides which tests are isolated and makes their mirror nodes; an error in a layout becomes the test's outcome. */
final class IsolatedTests {

    private final ForkOpeners openers;
    private final IsolationDefaults defaults;
    private final SelectedInvocations invocations;

    private IsolatedTests(ForkOpeners openers, SelectedInvocations invocations) {
        this.openers = openers;
        this.defaults = IsolationDefaults.read(openers.parameters()::get);
        this.invocations = invocations;
    }

    static IsolatedTests of(LauncherDiscoveryRequest request, Map<String, List<TestDescriptor>> templates) {
        return new IsolatedTests(
                ForkOpeners.of(
                        RunParameters.of(request.getConfigurationParameters()),
                        new ForkLimits(),
                        new OutputDirectory(request),
                        new EnginePrefix("")),
                new SelectedInvocations(request, templates));
    }

    /** The tests of an engine that is part of a suite. */
    IsolatedTests within(JupiterEngineDescriptor engine) {
        return new IsolatedTests(
                ForkOpeners.of(
                        openers.parameters().within(engine),
                        openers.limits(),
                        openers.outputDirectory(),
                        EnginePrefix.of(engine.getUniqueId())),
                invocations);
    }

    /** Whether a class and all in it, which was looked at from the outside in, is to run in one fork. */
    boolean isSharingFork(TestDescriptor testClass) {
        return Isolation.of(IsolatedNode.testClasses(testClass), Optional.empty(), defaults)
                .isShared();
    }

    /** The mirror of a class that must fail as a whole, as something in it would silently not be run. */
    Optional<MirrorTest> refused(TestDescriptor testClass) {
        IsolatedNode node = new IsolatedNode(testClass, defaults);
        return MisplacedAnnotations.in(node.testClass())
                .map(error -> onThePage(new MirrorClass(testClass, refusal(error), node.failures())));
    }

    /** The mirror of what another engine would run without isolation. */
    MirrorTest refused(OtherEngines.Refused test) {
        ForkOpener refusal = waitsAt -> {
            throw test.error();
        };
        return onThePage(new MirrorTest(test.descriptor(), refusal, new FailureDecoder(IsolatedTests.class)));
    }

    MirrorTest mirrorOfClass(TestDescriptor testClass) {
        IsolatedNode node = new IsolatedNode(testClass, defaults);
        List<String> ids = TreeRewriter.executedAsOne(testClass).stream()
                .flatMap(test -> invocations.of(test).stream())
                .toList();
        ForkOpener opener = node.misfit().map(IsolatedTests::refusal).orElseGet(() -> openers.all(node, ids));
        return onThePage(new MirrorClass(testClass, opener, node.failures()));
    }

    /** The mirror of a test that is isolated. */
    Optional<MirrorTest> mirror(TestDescriptor test) {
        IsolatedNode node = new IsolatedNode(test, defaults);
        if (!node.isolation().isIsolated()) {
            return Optional.empty();
        }
        List<String> ids = invocations.of(test);
        return Optional.of(onThePage(
                isTemplate(test)
                        ? template(node, ids)
                        : new MirrorTest(test, openers.all(node, ids), node.failures())));
    }

    /** Even if it is never going to have a fork. */
    private MirrorTest onThePage(MirrorTest mirror) {
        HostReport.instance().expected(openers.settings());
        return mirror;
    }

    private MirrorTemplate template(IsolatedNode node, List<String> ids) {
        return new MirrorTemplate(
                node.descriptor(),
                number -> openers.one(node, ids, number),
                invocation -> openers.invocation(node, invocation),
                node.failures());
    }

    private static boolean isTemplate(TestDescriptor test) {
        return test.getUniqueId().getLastSegment().getType().equals("test-template");
    }

    private static ForkOpener refusal(InvalidLayoutException error) {
        return waitsAt -> {
            throw error;
        };
    }
}
