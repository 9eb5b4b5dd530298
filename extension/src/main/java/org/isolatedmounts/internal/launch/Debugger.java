package org.isolatedmounts.internal.launch;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How forks are debugged, and whether the host JVM is. */
final class Debugger {

    /** Each way to start the debugging agent of a JVM. */
    static final String AGENT = "-agentlib:jdwp.*|-agentpath:.*/libjdwp\\.so.*|-Xrunjdwp.*|-Xdebug";

    private static final Pattern STARTED = Pattern.compile(AGENT);

    private Debugger() {}

    /** A fork waits at its very start, before its layout is laid, until a debugger on this machine has come. */
    static List<String> options(OptionalInt port) {
        return port.stream()
                .mapToObj(number -> "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=" + number)
                .toList();
    }

    static boolean isOfHost() {
        return HostOptions.get().stream()
                .anyMatch(option -> STARTED.matcher(option).matches());
    }

    /** What to do about a fork that ended because of its debugger, by what its JVM said; empty if that was not the reason. */
    static String advice(String said) {
        // of the JVM's own library for debuggers, whatever the language of the rest
        return said.contains("transport error 202")
                ? " The port that `isolatedmounts.debug` names is in use, perhaps by the debugger of another JVM"
                        + " (-Dmaven.surefire.debug takes 5005): name another one, or 0 for any that is free."
                : "";
    }
}
