package org.isolatedmounts.internal.launch.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The JVM options of a fork: the host JVM's, without what only one JVM can have, and ours for a quick start. */
public final class JvmOptions {

    /** Ports, files and agents that a second JVM would fight for, and archives that fit only the host's class path. */
    private static final Pattern NOT_INHERITED = Pattern.compile(String.join(
            "|",
            Debugger.AGENT,
            "-javaagent:.*(idea_rt|debugger-agent|coroutine-debug|kotlinx-coroutines-core)[^/]*\\.jar.*",
            "-Dcom\\.sun\\.management\\.jmxremote.*",
            "-XX:\\+ManagementServer",
            "-XX:\\+?(StartFlightRecording|FlightRecorder).*",
            "-Xloggc:.*",
            // an output that is neither standard output nor standard error is a file, with or without "file="
            "-Xlog:[^:]*:(?!(stdout|stderr)?(:.*)?$).*",
            "-Xshare:(on|dump)",
            "-XX:(Shared|Archive|\\+?AutoCreateSharedArchive|AOT).*",
            "-XX:[-+]UsePerfData"));

    /** No JVM maps or makes an archive of classes then. */
    static final String NO_SHARING = "-Xshare:off";

    private JvmOptions() {}

    public static List<String> build(Class<?> testClass) {
        return build(HostOptions.get(), testClass.desiredAssertionStatus());
    }

    public static List<String> build(List<String> hostArguments, boolean assertions) {
        List<String> options = new ArrayList<>();
        if (hostArguments.stream().noneMatch(argument -> argument.startsWith("-XX:TieredStopAtLevel="))) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        if (assertions) {
            // Surefire switches them on by a call, not by an option
            options.add("-ea");
        }
        options.addAll(hostArguments.stream()
                .filter(argument -> !NOT_INHERITED.matcher(argument).matches())
                .toList());
        if (hostArguments.stream().noneMatch(argument -> argument.startsWith("-XX:ErrorFile="))) {
            // told with the test's output, instead of a file in the working directory
            options.add("-XX:+ErrorFileToStdout");
        }
        if (!options.contains(NO_SHARING)) {
            options.add("-Xshare:auto");
        }
        // its file in the temporary directory would outlive a JVM that is killed
        options.add("-XX:-UsePerfData");
        return options;
    }
}
