package org.isolatedmounts.internal.discovery;

import java.util.Optional;
import org.isolatedmounts.internal.classpath.ClassPathProblem;
import org.isolatedmounts.internal.layout.IsolationDefaults;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/** Replaces isolated tests once everything is discovered, filtered and pruned. */
public final class IsolationDiscoveryListener implements LauncherDiscoveryListener {

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        DiscoveredTrees.begin(request);
    }

    @Override
    public void launcherDiscoveryFinished(LauncherDiscoveryRequest request) {
        DiscoveredTrees.Seen seen = DiscoveredTrees.take();
        Optional<String> problem = ClassPathProblem.find();
        if (problem.isPresent()) {
            refuse(problem.get(), seen, IsolationDefaults.read(request.getConfigurationParameters()::get));
        } else {
            new TreeRewriter(IsolatedTests.of(request, seen.templates())).rewrite(seen.roots());
        }
    }

    /** An error of discovery: it is told once, not with each test, and not to who has no isolated ones. */
    private static void refuse(String problem, DiscoveredTrees.Seen seen, IsolationDefaults defaults) {
        boolean isolated = seen.roots().stream()
                .flatMap(root -> root.getDescendants().stream())
                .anyMatch(node -> isIsolated(node, defaults));
        if (isolated) {
            throw new JUnitException("@IsolatedMounts: " + problem);
        }
    }

    private static boolean isIsolated(TestDescriptor node, IsolationDefaults defaults) {
        return !IsolatedNode.testClasses(node).isEmpty()
                && new IsolatedNode(node, defaults).isolation().isIsolated();
    }
}
