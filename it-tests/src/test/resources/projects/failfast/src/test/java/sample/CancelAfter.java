package sample;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A launcher that cancels when a test of some name has finished, whatever its outcome, and prints what it hears of. */
public final class CancelAfter {

    private CancelAfter() {}

    public static void main(String[] arguments) {
        LauncherDiscoveryRequest discovery = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(arguments[0]))
                .build();
        CancellationToken token = CancellationToken.create();
        LauncherFactory.create()
                .execute(LauncherExecutionRequestBuilder.request(discovery)
                        .listeners(new TestExecutionListener() {
                            @Override
                            public void dynamicTestRegistered(TestIdentifier test) {
                                tell(test, "registered");
                            }

                            @Override
                            public void executionStarted(TestIdentifier test) {
                                tell(test, "started");
                            }

                            @Override
                            public void executionSkipped(TestIdentifier test, String reason) {
                                tell(test, "skipped: " + reason);
                            }

                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                tell(test, result.toString());
                                if (test.getDisplayName().equals(arguments[1])) {
                                    token.cancel();
                                }
                            }
                        })
                        .cancellationToken(token)
                        .build());
    }

    private static void tell(TestIdentifier test, String what) {
        System.out.println("told: " + test.getDisplayName() + " " + what.lines().findFirst().orElseThrow());
    }
}
