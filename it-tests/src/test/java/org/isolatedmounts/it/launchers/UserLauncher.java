package org.isolatedmounts.it.launchers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.maven.SampleProject;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A main class of somebody who has JUnit on the class path and tests, with isolated-mounts, in a loader of their own. */
final class UserLauncher {

    private UserLauncher() {}

    /** Starts it, with options for its JVM. */
    static SampleProject.Result run(LaunchedProject project, List<String> options) throws Exception {
        List<Path> classPath = new ArrayList<>(TestClassPath.junit());
        classPath.add(TestClassPath.of(UserLauncher.class));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", TestClassPath.join(classPath), UserLauncher.class.getName(), "sample"));
        project.classPath().forEach(entry -> command.add(entry.toString()));
        return project.run(command, Map.of());
    }

    /**
     * Runs the tests of a package.
     *
     * @param arguments the package, then the class path entries of the loader
     */
    public static void main(String[] arguments) throws Exception {
        URL[] urls = new URL[arguments.length - 1];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = Path.of(arguments[i + 1]).toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, UserLauncher.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectPackage(arguments[0]))
                    .build();
            SummaryGeneratingListener summary = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, summary);
            PrintWriter out = new PrintWriter(System.out, true, UTF_8);
            summary.getSummary().printFailuresTo(out, 50);
            summary.getSummary().printTo(out);
        }
    }
}
