package org.isolatedmounts.internal.launch.jvm;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How forks are debugged, and whether the host JVM is. */
public final class Debugger {

    /** Each way to start the debugging agent of a JVM. */
    static final String AGENT = "-agentlib:jdwp.*|-agentpath:.*/libjdwp\\.so.*|-Xrunjdwp.*|-Xdebug";

    private static final Pattern STARTED = Pattern.compile(AGENT);

    private Debugger() {}

    /** A fork waits at its very start, before its layout is laid, until a debugger on this machine has come. */
    public static List<String> options(OptionalInt port) {
        return port.stream()
                .mapToObj(number -> "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=" + number)
                .toList();
    }

    public static boolean isOfHost() {
        return HostOptions.get().stream()
                .anyMatch(option -> STARTED.matcher(option).matches());
    }
}
