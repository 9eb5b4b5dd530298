package org.isolatedmounts.internal.fork;

import java.util.Map;
import org.isolatedmounts.internal.fork.output.EventWriter;
import org.isolatedmounts.internal.parameter.Parameter;
import org.isolatedmounts.internal.plan.ForkCommand;
import org.isolatedmounts.internal.plan.ForkProof;
import org.isolatedmounts.internal.plan.task.FailureSignal;
import org.isolatedmounts.internal.plan.task.ForkTask;
import org.isolatedmounts.internal.plan.task.Invocations;
import org.isolatedmounts.internal.plan.task.TestRun;
import org.isolatedmounts.internal.plan.task.Turn;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Executes the tests of a fork with the real Jupiter engine. */
final class TestRunner {

    private static final String DETECTION = "junit.jupiter.extensions.autodetection.";

    private TestRunner() {}

    static void execute(ForkCommand.Run run, ForkTask.Tests tests, EventWriter events, Answers answers) {
        LauncherDiscoveryRequest request = request(run, tests);
        // the host has filtered already, and its listeners hear of the results there
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(request.getConfigurationParameters()
                        .getBoolean(Parameter.SESSION_LISTENERS.key())
                        .orElse(true))
                .enableTestEngineAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build();
        Launcher launcher = LauncherFactory.create(config);
        String waitsAt = run.tests().configurationParameters().get(Turn.PARAMETER);
        Cancellation cancellation = Cancellation.ofThisJUnit();
        cancellation.execute(launcher, request, new EventListener(events, answers, cancellation, waitsAt));
    }

    private static LauncherDiscoveryRequest request(ForkCommand.Run command, ForkTask.Tests tests) {
        TestRun run = command.tests();
        LauncherDiscoveryRequestBuilder builder = LauncherDiscoveryRequestBuilder.request();
        tests.uniqueIds().forEach(uniqueId -> builder.selectors(IdSelectors.select(uniqueId)));
        builder.filters(new TestOrder(tests.uniqueIds()));
        builder.configurationParameters(run.configurationParameters())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                // the host's launcher does that, with what it is told
                .configurationParameter("junit.platform.output.capture.stdout", "false")
                .configurationParameter("junit.platform.output.capture.stderr", "false")
                .configurationParameter(FailureSignal.PARAMETER, "true")
                .configurationParameter(ForkProof.NAMESPACE_PARAMETER, command.mountNamespace());
        if (run.configurationParameters().containsKey(Invocations.TEMPLATE_PARAMETER)
                || run.configurationParameters().containsKey(Turn.PARAMETER)) {
            builder.configurationParameters(
                    detectingOwnExtensions(builder.build().getConfigurationParameters()));
        }
        return builder.build();
    }

    /** Has Jupiter find our extensions, and of the user's those that it would find anyway. */
    private static Map<String, String> detectingOwnExtensions(ConfigurationParameters users) {
        String own = OneInvocationOnly.class.getName() + "," + TurnExtension.class.getName();
        boolean detects = users.getBoolean(DETECTION + "enabled").orElse(false);
        String included = users.get(DETECTION + "include").orElse("*");
        String excluded = users.get(DETECTION + "exclude").orElse("");
        return Map.of(
                DETECTION + "enabled", "true",
                DETECTION + "include", detects ? included + "," + own : own,
                DETECTION + "exclude", detects ? excluded : "");
    }
}
