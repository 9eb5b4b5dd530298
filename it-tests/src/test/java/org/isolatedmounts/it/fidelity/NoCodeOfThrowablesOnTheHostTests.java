package org.isolatedmounts.it.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.it.fidelity.Differences.assertSame;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.isolatedmounts.it.callbacks.CallLog;
import org.isolatedmounts.it.fidelity.cases.CallingThrowablesTestCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

class NoCodeOfThrowablesOnTheHostTests {

    private static final String HOST = Launch.hostNamespace();

    /** Of the JDK, whose names nobody else may define, and with something in them that cannot be told otherwise. */
    private static final Set<String> WITHOUT_CLASS = Set.of("classAsValue", "replacingCause");

    @TempDir
    Path directory;

    @BeforeEach
    void nameTheLog() {
        System.setProperty(CallLog.PROPERTY, directory.resolve("calls").toString());
    }

    @AfterEach
    void forgetTheLog() {
        System.clearProperty(CallLog.PROPERTY);
    }

    /** The isolated run comes first: a class is initialised once in each JVM. */
    @Test
    void noneOfItRunsAndAllThatIsReadIsTheSame() throws IOException {
        Map<String, String> isolated = new TreeMap<>();
        Map<String, String> plain = new TreeMap<>();

        Recording told = Launch.of(CallingThrowablesTestCase.class)
                .heardBy(new Printing(isolated))
                .isolated();

        assertThat(CallLog.read(directory.resolve("calls")))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.namespace()).as(call.name()).isNotEqualTo(HOST));
        assertThat(told.summary()).isEqualTo("0 ok, 17 failed, 1 aborted, 0 skipped");

        assertSame(
                told,
                Launch.of(CallingThrowablesTestCase.class)
                        .heardBy(new Printing(plain))
                        .plain());
        assertThat(isolated).isEqualTo(plain);
    }

    /** What is printed of each throwable, but frames, which are many and go down to the launcher. */
    private record Printing(Map<String, String> printed) implements TestExecutionListener {

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            String name = test.getDisplayName();
            result.getThrowable()
                    .ifPresent(throwable -> printed.put(
                            name, (WITHOUT_CLASS.contains(name) ? "" : type(throwable)) + printed(throwable)));
        }

        private static String type(Throwable throwable) {
            return throwable.getClass().getName() + " is "
                    + throwable.getClass().getSimpleName() + "\n";
        }

        private static String printed(Throwable throwable) {
            StringWriter text = new StringWriter();
            throwable.printStackTrace(new PrintWriter(text));
            StringBuilder kept = new StringBuilder();
            boolean ofMounts = false;
            for (String line : text.toString().lines().toList()) {
                ofMounts = line.startsWith("\tSuppressed: mounts of ")
                        || (ofMounts && !line.startsWith("Caused by: ") && !line.startsWith("\tSuppressed: "));
                if (!ofMounts && !line.stripLeading().startsWith("at ")) {
                    kept.append(line.replaceFirst("\\.\\.\\. \\d+ more", "... more"))
                            .append('\n');
                }
            }
            return kept.toString();
        }
    }
}
