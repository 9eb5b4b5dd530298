package org.isolatedmounts.internal.discovery;

import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/** Replaces isolated tests once everything is discovered, filtered and pruned. */
public final class IsolationDiscoveryListener implements LauncherDiscoveryListener {

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        DiscoveredTrees.take();
    }

    @Override
    public void launcherDiscoveryFinished(LauncherDiscoveryRequest request) {
        TreeRewriter rewriter = new TreeRewriter(new IsolatedTests(request.getConfigurationParameters()));
        DiscoveredTrees.take().forEach(rewriter::rewrite);
    }
}
