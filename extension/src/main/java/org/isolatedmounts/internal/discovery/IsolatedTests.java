package org.isolatedmounts.internal.discovery;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.launch.ForkOrder;
import org.isolatedmounts.internal.launch.Forks;
import org.isolatedmounts.internal.launch.IsolationUnavailableException;
import org.isolatedmounts.internal.launch.Settings;
import org.isolatedmounts.internal.layout.Isolation;
import org.isolatedmounts.internal.plan.Layout;
import org.isolatedmounts.internal.report.LayoutReport;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.opentest4j.TestAbortedException;

/** Decides which tests are isolated and makes their mirror nodes; an error in a layout becomes the test's outcome. */
final class IsolatedTests {

    private final ConfigurationParameters parameters;

    private final SelectedInvocations invocations;

    IsolatedTests(LauncherDiscoveryRequest request, Map<String, List<String>> templates) {
        this.parameters = request.getConfigurationParameters();
        this.invocations = new SelectedInvocations(request, templates);
    }

    /** The mirror of a test that is isolated, or that must fail because it declares mounts and is not. */
    Optional<MirrorTest> mirror(TestDescriptor test) {
        List<Class<?>> testClasses = testClasses(test);
        Class<?> testClass = testClasses.get(testClasses.size() - 1);
        Isolation isolation = Isolation.of(testClasses, method(test));
        FailureDecoder failures = new FailureDecoder(testClass);
        if (isolation.isIsolated()) {
            return Optional.of(new MirrorTest(test, () -> open(test, testClass, isolation, failures), failures));
        }
        return isolation.mountsWithoutIsolation().map(error -> {
            ForkOpener refusal = () -> {
                throw error;
            };
            return new MirrorTest(test, refusal, failures);
        });
    }

    private ForkReplay open(TestDescriptor test, Class<?> testClass, Isolation isolation, FailureDecoder failures)
            throws InterruptedException {
        Settings settings = Settings.read(parameters::get);
        List<String> ids = invocations.of(test);
        Layout layout = isolation.layout();
        ForkOrder order = new ForkOrder(testClass, layout, ids, parametersForFork(), settings);
        Consumer<ForkEvent.Laid> print = laid -> System.out.print(
                LayoutReport.of(testClass.getSimpleName() + " > " + test.getDisplayName(), layout, laid));
        try {
            return new ForkReplay(Forks.instance().open(order), failures, settings.verbose() ? print : laid -> {});
        } catch (IsolationUnavailableException e) {
            if (settings.skipUnavailable()) {
                throw new TestAbortedException(String.valueOf(e.getMessage()), e);
            }
            throw e;
        }
    }

    private Map<String, String> parametersForFork() {
        return parameters.keySet().stream()
                .filter(name -> parameters.get(name).isPresent())
                .collect(Collectors.toMap(
                        name -> name, name -> parameters.get(name).orElseThrow()));
    }

    /** The classes around a test as Jupiter nests them, outermost first. */
    private static List<Class<?>> testClasses(TestDescriptor test) {
        List<Class<?>> innermostFirst = new ArrayList<>();
        for (Optional<TestDescriptor> at = Optional.of(test);
                at.isPresent();
                at = at.get().getParent()) {
            at.get()
                    .getSource()
                    .filter(ClassSource.class::isInstance)
                    .ifPresent(source -> innermostFirst.add(((ClassSource) source).getJavaClass()));
        }
        Collections.reverse(innermostFirst);
        return innermostFirst;
    }

    private static Optional<Method> method(TestDescriptor test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod());
    }
}
