package org.isolatedmounts.internal.discovery;

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
        TreeRewriter rewriter = new TreeRewriter(IsolatedTests.of(request, seen.templates()));
        seen.roots().forEach(rewriter::rewrite);
    }
}
