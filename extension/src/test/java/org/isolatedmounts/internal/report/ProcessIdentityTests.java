package org.isolatedmounts.internal.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessIdentityTests {

    private static final String SUREFIRE =
            "/m/target/surefire/surefirebooter-1_3.jar /m/target/surefire 2026-jvmRun1 a b";

    /** The main class of a JVM that is started for a test. */
    static final class Main {

        private Main() {}

        /** Takes, where it has an argument, that for its own command. */
        public static void main(String[] arguments) {
            String run = arguments.length == 0 ? ProcessIdentity.ofRun() : ProcessIdentity.ofRun(arguments[0]);
            System.out.print(run.equals(ProcessIdentity.ofSelf()) ? "a run of its own" : run);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SUREFIRE,
                "org.apache.maven.surefire.booter.ForkedBooter /m/target/surefire 2026-jvmRun1 a b",
                "worker.org.gradle.process.internal.worker.GradleWorkerMain 'Gradle Test Executor 1'",
                "org.apache.tools.ant.taskdefs.optional.junitlauncher.StandaloneLauncher --properties a"
            })
    void jvmsThatABuildStartsBelongToItsRun(String command) throws Exception {
        assertThat(run(java(command)))
                .isEqualTo(ProcessIdentity.ofSelf())
                .matches(ProcessHandle.current().pid() + "-[0-9]+");
    }

    @Test
    void aShellBetweenThemIsNone() throws Exception {
        assertThat(run(shell(""))).isEqualTo(ProcessIdentity.ofSelf());
    }

    @Test
    void norIsOneWithALongCommand() throws Exception {
        // the JDK tells no arguments above a page of memory
        assertThat(run(shell(" # " + "x".repeat(10_000)))).isEqualTo(ProcessIdentity.ofSelf());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "org.junit.platform.console.ConsoleLauncher execute",
                "com.intellij.rt.junit.JUnitStarter -ideVersion5",
                "org.codehaus.plexus.classworlds.launcher.Launcher -DforkCount=0 test",
                "/home/surefirebooter/mine.jar"
            })
    void whatAShellOrAnIdeStartsIsARunOfItsOwn(String command) throws Exception {
        assertThat(run(java(command))).isEqualTo("a run of its own");
    }

    @Test
    void soIsAJvmLikeThis() throws Exception {
        assertThat(run(java())).isEqualTo("a run of its own");
    }

    private static List<String> java(String... arguments) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** As Surefire starts its JVMs, in a shell that stays. */
    private static List<String> shell(String comment) {
        String command = java(SUREFIRE).stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        return List.of("/bin/sh", "-c", command + "; status=$?; exit $status" + comment);
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
