package org.isolatedmounts.internal.launch.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmOptionsTests {

    @Test
    void aHostWithoutOptionsGivesOursOnly() {
        assertThat(JvmOptions.build(List.of(), false))
                .containsExactly(
                        "-XX:TieredStopAtLevel=1", "-XX:+ErrorFileToStdout", "-Xshare:auto", "-XX:-UsePerfData");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=5005",
                "-Xrunjdwp:transport=dt_socket,server=y,suspend=n",
                "-Xdebug",
                "-agentpath:/opt/jdk/lib/libjdwp.so=transport=dt_socket,server=y",
                "-javaagent:/home/me/.m2/kotlinx-coroutines-core-jvm-1.10.2.jar",
                "-javaagent:/opt/idea/lib/idea_rt.jar=34567:/opt/idea/bin",
                "-javaagent:/opt/idea/plugins/java/lib/rt/debugger-agent.jar",
                "-javaagent:/home/me/.m2/kotlinx-coroutines-core-jvm/coroutine-debug-1.7.jar",
                "-Dcom.sun.management.jmxremote",
                "-Dcom.sun.management.jmxremote.port=9010",
                "-XX:+ManagementServer",
                "-XX:StartFlightRecording",
                "-XX:StartFlightRecording=filename=rec.jfr",
                "-XX:+FlightRecorder",
                "-XX:FlightRecorderOptions=stackdepth=128",
                "-Xloggc:/tmp/gc.log",
                "-Xlog:gc*:file=/tmp/gc.log",
                "-Xlog:gc:file=gc.log:time,uptime",
                "-Xlog:gc:gc.log",
                "-Xlog:gc*=debug:/tmp/gc.log:time",
                "-Xlog::gc.log",
                "-Xlog:all=warning:\"gc.log\"",
                "-Xshare:on",
                "-Xshare:dump",
                "-XX:SharedArchiveFile=/tmp/app.jsa",
                "-XX:SharedClassListFile=classes.lst",
                "-XX:ArchiveClassesAtExit=/tmp/app.jsa",
                "-XX:+AutoCreateSharedArchive",
                "-XX:AOTCache=app.aot",
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=app.aotconf",
                "-XX:+UsePerfData",
            })
    void leavesOutWhatOnlyOneJvmCanHave(String option) {
        assertThat(JvmOptions.build(List.of("-Da=1", option, "-Db=2"), false))
                .containsExactly(
                        "-XX:TieredStopAtLevel=1",
                        "-Da=1",
                        "-Db=2",
                        "-XX:+ErrorFileToStdout",
                        "-Xshare:auto",
                        "-XX:-UsePerfData");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-javaagent:/home/me/.m2/org.jacoco.agent-runtime.jar=destfile=/p/target/jacoco.exec",
                "-javaagent:/home/idea_rt/agents/mine.jar",
                "-agentpath:/opt/profiler/libasyncProfiler.so=start",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-modules=ALL-MODULE-PATH",
                "--patch-module=com.example=/p/target/test-classes",
                "--enable-native-access=ALL-UNNAMED",
                "--module-path=/p/target/classes",
                "-ea",
                "-Xmx512m",
                "-Xlog:gc",
                "-Xlog:gc*=debug",
                "-Xlog:gc*:stdout",
                "-Xlog:gc*:stderr:time",
                "-Xlog:gc::uptime",
                "-Xlog:disable",
                "-Xlog",
                "-Xlog:async",
                "-XX:+UseParallelGC",
                "-XX:+HeapDumpOnOutOfMemoryError",
                "-Dfile=-Xdebug",
                "-Dtext=two\nlines",
                "-Dempty=",
            })
    void keepsWhatATestMayNeed(String option) {
        assertThat(JvmOptions.build(List.of(option), false))
                .containsExactly(
                        "-XX:TieredStopAtLevel=1",
                        option,
                        "-XX:+ErrorFileToStdout",
                        "-Xshare:auto",
                        "-XX:-UsePerfData");
    }

    @Test
    void stopsAtNoOtherLevelThanTheHostWants() {
        assertThat(JvmOptions.build(List.of("-XX:TieredStopAtLevel=4"), false))
                .containsExactly(
                        "-XX:TieredStopAtLevel=4", "-XX:+ErrorFileToStdout", "-Xshare:auto", "-XX:-UsePerfData");
    }

    @Test
    void doesNotShareClassesAgainstTheHostsWill() {
        assertThat(JvmOptions.build(List.of("-Xshare:off"), false))
                .containsExactly(
                        "-XX:TieredStopAtLevel=1", "-Xshare:off", "-XX:+ErrorFileToStdout", "-XX:-UsePerfData");
    }

    @Test
    void assertionsAreEnabledBeforeTheHostsOwnOptions() {
        assertThat(JvmOptions.build(List.of("-da:com.example"), true)).containsSubsequence("-ea", "-da:com.example");
    }

    @Test
    void keepsTheOrderOfTheHost() {
        List<String> host = Stream.of("-Dz=1", "-Xmx1g", "-Da=2", "-Dz=3").toList();

        assertThat(JvmOptions.build(host, false)).containsSubsequence(host);
    }

    @Test
    void takesTheOptionsOfThisJvm() {
        List<String> ofThisJvm = ManagementFactory.getRuntimeMXBean().getInputArguments();

        assertThat(JvmOptions.build(JvmOptionsTests.class))
                .isEqualTo(JvmOptions.build(ofThisJvm, JvmOptionsTests.class.desiredAssertionStatus()));
    }
}
