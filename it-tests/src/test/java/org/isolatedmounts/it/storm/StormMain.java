package org.isolatedmounts.it.storm;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.it.storm.cases.Script;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The main class of the JVM of a storm, with whatever version of JUnit. */
final class StormMain {

    private StormMain() {}

    /**
     * Executes classes and writes what the launcher tells.
     *
     * @param arguments the file to write to, the seed of the storm, how many percent of the methods are to be kept,
     *     whether the first failure cancels the run, the names of the classes with commas between them, then
     *     configuration parameters as {@code name=value}
     */
    public static void main(String[] arguments) throws Exception {
        long seed = Long.parseLong(arguments[1]);
        int kept = Integer.parseInt(arguments[2]);
        boolean cancels = Boolean.parseBoolean(arguments[3]);
        Map<String, String> parameters = Arrays.stream(arguments)
                .skip(5)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(arguments[4].split(",", -1))
                        .map(name -> selectClass(name))
                        .toList())
                .filters((PostDiscoveryFilter)
                        test -> FilterResult.includedIf(isClass(test) || isKept(seed, test, kept)))
                .configurationParameters(parameters)
                .build();
        try (Teller teller = new Teller(Path.of(arguments[0]));
                LauncherSession session = LauncherFactory.openSession()) {
            if (cancels) {
                FailFast.execute(session.getLauncher(), request, teller);
            } else {
                session.getLauncher().execute(request, teller);
            }
        }
        System.exit(0);
    }

    private static boolean isClass(TestDescriptor test) {
        return !test.getUniqueId().toString().contains("(");
    }

    private static boolean isKept(long seed, TestDescriptor test, int percent) {
        return Script.random(seed, test.getUniqueId() + "#kept").nextInt(100) < percent;
    }
}
