package org.isolatedmounts.internal.discovery;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolatedmounts.internal.launch.ForkOrder;
import org.isolatedmounts.internal.launch.Forks;
import org.isolatedmounts.internal.launch.IsolationUnavailableException;
import org.isolatedmounts.internal.launch.Settings;
import org.isolatedmounts.internal.layout.Isolation;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.opentest4j.TestAbortedException;

/** Decides which tests are isolated and makes their mirror nodes; an error in a layout becomes the test's outcome. */
final class IsolatedTests {

    private final ConfigurationParameters parameters;

    IsolatedTests(ConfigurationParameters parameters) {
        this.parameters = parameters;
    }

    Optional<MirrorTest> mirror(TestDescriptor test) {
        Class<?> testClass = testClass(test);
        FailureDecoder failures = new FailureDecoder(testClass);
        return Isolation.of(testClass, method(test))
                .map(isolation -> new MirrorTest(test, () -> open(test, testClass, isolation, failures), failures));
    }

    private ForkReplay open(TestDescriptor test, Class<?> testClass, Isolation isolation, FailureDecoder failures)
            throws InterruptedException {
        Settings settings = Settings.read(parameters::get);
        List<String> ids = List.of(test.getUniqueId().toString());
        ForkOrder order = new ForkOrder(testClass, isolation.layout(), ids, parametersForFork(), settings);
        try {
            return new ForkReplay(Forks.instance().open(order), failures, laid -> {});
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
                .collect(java.util.stream.Collectors.toMap(
                        name -> name, name -> parameters.get(name).orElseThrow()));
    }

    private static Class<?> testClass(TestDescriptor test) {
        return test.getSource()
                .map(source -> source instanceof MethodSource method
                        ? method.getJavaClass()
                        : ((ClassSource) source).getJavaClass())
                .orElseThrow();
    }

    private static Optional<Method> method(TestDescriptor test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod());
    }
}
