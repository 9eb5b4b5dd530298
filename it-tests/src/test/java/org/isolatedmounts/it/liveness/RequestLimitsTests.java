package org.isolatedmounts.it.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Each request of a session has as many forks as it says. */
class RequestLimitsTests {

    @Test
    @Timeout(120)
    void aRequestIsNotBoundByTheOneBeforeIt(@TempDir Path directory) {
        System.setProperty(MeetingTestCase.DIRECTORY, directory.toString());
        try (LauncherSession session = LauncherFactory.openSession()) {
            assertThat(run(session, "1", OrdinaryTestCase.class).getTestsSucceededCount())
                    .isEqualTo(1);

            TestExecutionSummary meeting = run(session, "2", MeetingTestCase.class);

            assertThat(meeting.getFailures()).isEmpty();
            assertThat(meeting.getTestsSucceededCount()).isEqualTo(2);
        } finally {
            System.clearProperty(MeetingTestCase.DIRECTORY);
        }
    }

    private static TestExecutionSummary run(LauncherSession session, String forks, Class<?> testClass) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        session.getLauncher()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(testClass))
                                .configurationParameters(ParallelRun.inParallel(Map.of("isolatedmounts.forks", forks)))
                                .build(),
                        summary);
        return summary.getSummary();
    }
}
