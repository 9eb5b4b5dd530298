package org.isolatedmounts.internal.discovery;

import java.util.List;
import java.util.stream.Collectors;
import org.isolatedmounts.internal.layout.IsolationDefaults;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Warns, once for a run, of tests that {@code isolatedmounts.everywhere} means, and that other engines execute here. */
public final class OtherEnginesListener implements TestExecutionListener {

    private static final String JUPITER = "junit-jupiter";

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        IsolationDefaults defaults = IsolationDefaults.read(plan.getConfigurationParameters()::get);
        if (!defaults.isEverywhere()) {
            return;
        }
        List<String> engines = plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(test -> test.isTest() && !engine(test).equals(JUPITER))
                .filter(test -> OtherEngines.isMatched(test.getSource(), defaults))
                .map(OtherEnginesListener::engine)
                .toList();
        if (!engines.isEmpty()) {
            HostOutput.warn("`isolatedmounts.everywhere` matches "
                    + (engines.size() == 1 ? "a test" : engines.size() + " tests")
                    + " of the engine "
                    + engines.stream()
                            .distinct()
                            .sorted()
                            .map(id -> "`" + id + "`")
                            .collect(Collectors.joining(", "))
                    + ", not isolated, as only tests of Jupiter can be; exempt them by @NotIsolated or by a pattern, as in"
                    + " `*,!com.example.Legacy*`");
        }
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
