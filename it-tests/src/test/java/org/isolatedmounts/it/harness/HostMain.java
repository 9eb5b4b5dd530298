package org.isolatedmounts.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The main class of a host JVM: runs test classes as it is told on its standard input and reports on its standard
 * output, one line each.
 *
 * <p>{@code run <class> …} runs them in the open launcher session, or opens one; {@code close} closes the session. The
 * end of the input ends the JVM.
 */
public final class HostMain {

    private final PrintStream answers;
    private final Map<String, String> parameters;
    private LauncherSession session;

    private HostMain(PrintStream answers, Map<String, String> parameters) {
        this.answers = answers;
        this.parameters = parameters;
    }

    /**
     * Runs until the standard input ends.
     *
     * @param arguments the file that gets what tests print, then configuration parameters as {@code name=value}
     */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> parameters = Arrays.stream(arguments)
                .skip(1)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        PrintStream answers = System.out;
        try (PrintStream output = new PrintStream(new FileOutputStream(arguments[0], true), true, UTF_8)) {
            System.setOut(output);
            new HostMain(answers, parameters).serve();
        }
    }

    private void serve() throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("run")) {
                run(Arrays.copyOfRange(words, 1, words.length));
                answers.println("done");
            } else {
                close();
                answers.println("closed");
            }
        }
        close();
    }

    private void run(String[] classNames) {
        if (session == null) {
            session = LauncherFactory.openSession();
        }
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        Stream.of(classNames).forEach(name -> request.selectors(selectClass(name)));
        LauncherDiscoveryRequest built =
                request.configurationParameters(parameters).build();
        session.getLauncher().execute(built, new Reporter());
    }

    private void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private final class Reporter implements TestExecutionListener {

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            answers.println(TestResult.skipped(test, reason).toLine());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            answers.println(TestResult.of(test, result).toLine());
        }
    }
}
