package org.isolatedmounts.it.liveness;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Keeps the thread of the class elsewhere until its fork has come to the end of its flood, or to a standstill. */
final class FloodRun {

    private FloodRun() {}

    /**
     * Runs the test.
     *
     * @param arguments the file that gets how many megabytes the fork had got rid of by then
     */
    public static void main(String[] arguments) {
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(FloodTestCase.class))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionStarted(TestIdentifier test) {
                                if (test.getUniqueId().endsWith("[class:" + FloodTestCase.class.getName() + "]")) {
                                    awaitStandstill(Path.of(arguments[0]));
                                }
                            }
                        });
    }

    private static void awaitStandstill(Path result) {
        try {
            String before = "";
            String now = printed();
            while (!now.equals(Integer.toString(FloodTestCase.MEGABYTES)) && (now.isEmpty() || !now.equals(before))) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
                before = now;
                now = printed();
            }
            Files.writeString(result, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String printed() throws IOException {
        return Files.readString(Path.of(System.getProperty(FloodTestCase.FILE)));
    }
}
