package org.isolatedmounts.internal.discovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isolatedmounts.internal.discovery.run.HostOutput;
import org.isolatedmounts.internal.layout.IsolationDefaults;
import org.isolatedmounts.internal.parameter.Parameter;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Warns, once for a run, if {@code isolatedmounts.everywhere} does not isolate what it was written for: tests that it means,
 * and that other engines execute here, or no test at all.
 */
public final class EverywhereListener implements TestExecutionListener {

    private static final String JUPITER = "junit-jupiter";

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        IsolationDefaults defaults = IsolationDefaults.read(plan.getConfigurationParameters()::get);
        if (!defaults.isEverywhere()) {
            return;
        }
        List<TestIdentifier> all = plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .toList();
        ofOtherEngines(all, defaults)
                .or(() -> ofNoClass(all, defaults, plan.getConfigurationParameters()))
                .ifPresent(HostOutput::warn);
    }

    private static Optional<String> ofOtherEngines(List<TestIdentifier> all, IsolationDefaults defaults) {
        List<String> engines = all.stream()
                .filter(test -> test.isTest() && !engine(test).equals(JUPITER))
                .filter(test -> OtherEngines.isMatched(test.getSource(), defaults))
                .map(EverywhereListener::engine)
                .toList();
        if (engines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("`isolatedmounts.everywhere` matches "
                + (engines.size() == 1 ? "a test" : engines.size() + " tests")
                + " of the engine "
                + engines.stream().distinct().sorted().map(id -> "`" + id + "`").collect(Collectors.joining(", "))
                + ", not isolated, as only tests of Jupiter can be; exempt them by @NotIsolated or by a pattern, as in"
                + " `*,!com.example.Legacy*`");
    }

    /** Of a single class somebody may have asked for just that one. */
    private static Optional<String> ofNoClass(
            List<TestIdentifier> all, IsolationDefaults defaults, ConfigurationParameters parameters) {
        Set<Class<?>> classes = all.stream()
                .flatMap(node -> OtherEngines.testClass(node.getSource()).stream())
                .collect(Collectors.toSet());
        if (classes.size() < 2 || classes.stream().anyMatch(defaults::matches)) {
            return Optional.empty();
        }
        return Optional.of("`isolatedmounts.everywhere` is `"
                + Parameter.EVERYWHERE.in(parameters::get).orElse("") + "`, which matches none of the "
                + classes.size() + " test classes of this run: it isolates nothing");
    }

    /** The innermost one: a suite is in an engine, and has engines in it. */
    private static String engine(TestIdentifier test) {
        return test.getUniqueIdObject().getSegments().stream()
                .filter(segment -> segment.getType().equals("engine"))
                .map(UniqueId.Segment::getValue)
                .reduce((outer, inner) -> inner)
                .orElse("unknown");
    }
}
