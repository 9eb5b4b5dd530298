package org.isolatedmounts.internal.discovery;

import org.isolatedmounts.internal.discovery.run.HostReport;
import org.isolatedmounts.internal.launch.Forks;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Ends the supervisor with the last launcher session of this JVM, and writes the page of the run. */
public final class SupervisorSessionListener implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Forks.instance().sessionOpened();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (Forks.instance().sessionClosed()) {
            HostReport.instance().write();
        }
    }
}
