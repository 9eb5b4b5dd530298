package org.isolatedmounts.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestIdentifier;

/**
 * How a test or container ended in a host JVM, and how that is written on a line.
 *
 * @param name the last segment of the unique id: {@code exits()}, {@code org.example.FooTestCase}
 * @param throwable the name of its class; empty where there is none
 * @param message of the throwable, or why the test was skipped
 * @param suppressed the messages of what the throwable has suppressed
 */
public record TestResult(
        String name,
        boolean isTest,
        String outcome,
        String throwable,
        String message,
        String suppressed,
        String stackTrace) {

    static TestResult skipped(TestIdentifier test, String reason) {
        return new TestResult(name(test), test.isTest(), "SKIPPED", "", reason, "", "");
    }

    public static TestResult of(TestIdentifier test, TestExecutionResult result) {
        String outcome = result.getStatus().name();
        return result.getThrowable()
                .map(throwable -> new TestResult(
                        name(test),
                        test.isTest(),
                        outcome,
                        throwable.getClass().getName(),
                        String.valueOf(throwable.getMessage()),
                        Stream.of(throwable.getSuppressed())
                                .map(suppressed -> String.valueOf(suppressed.getMessage()))
                                .collect(Collectors.joining("\n")),
                        stackTrace(throwable)))
                .orElseGet(() -> new TestResult(name(test), test.isTest(), outcome, "", "", "", ""));
    }

    private static String name(TestIdentifier test) {
        List<UniqueId.Segment> segments = test.getUniqueIdObject().getSegments();
        return segments.get(segments.size() - 1).getValue();
    }

    private static String stackTrace(Throwable throwable) {
        StringWriter text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    public boolean successful() {
        return outcome.equals("SUCCESSFUL");
    }

    String toLine() {
        return Stream.of(name, Boolean.toString(isTest), outcome, throwable, message, suppressed, stackTrace)
                .map(field -> Base64.getEncoder().encodeToString(field.getBytes(UTF_8)))
                .collect(Collectors.joining("\t", "result\t", ""));
    }

    public static TestResult parse(String line) {
        List<String> fields = Stream.of(line.split("\t", -1))
                .skip(1)
                .map(field -> new String(Base64.getDecoder().decode(field), UTF_8))
                .toList();
        return new TestResult(
                fields.get(0),
                Boolean.parseBoolean(fields.get(1)),
                fields.get(2),
                fields.get(3),
                fields.get(4),
                fields.get(5),
                fields.get(6));
    }
}
