package org.isolatedmounts.internal.launch.session;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a process that {@code unshare} started has ended.
 *
 * @param how in words
 * @param said the end of its output, without what {@code unshare} itself added
 */
public record ExitStatus(String how, String said) {

    private static final int SIGKILL = 9;

    private static final Map<Integer, String> SIGNALS = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL"),
            Map.entry(5, "SIGTRAP"),
            Map.entry(6, "SIGABRT"),
            Map.entry(7, "SIGBUS"),
            Map.entry(8, "SIGFPE"),
            Map.entry(SIGKILL, "SIGKILL"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(14, "SIGALRM"),
            Map.entry(15, "SIGTERM"),
            Map.entry(24, "SIGXCPU"),
            Map.entry(25, "SIGXFSZ"),
            Map.entry(31, "SIGSYS"));

    /**
     * Reads an exit status; a shell and the JDK alike give 128 plus the number for a death by signal.
     *
     * <p>{@code unshare} of util-linux 2.38 wants to die by the signal that its child died by and fails at that with
     * SIGKILL, the only one that reaches the first process of a pid namespace.
     */
    public static ExitStatus of(int status, String output) {
        boolean childKilled = status == 1 && output.lines().anyMatch(ExitStatus::isFailureToDie);
        String said = output.lines()
                .filter(line -> !childKilled || !isFailureToDie(line))
                .collect(Collectors.joining("\n"))
                .strip();
        return new ExitStatus(describe(childKilled ? 128 + SIGKILL : status), said);
    }

    private static boolean isFailureToDie(String line) {
        // the words around it are translated
        return line.startsWith("unshare: ") && line.contains("sigprocmask");
    }

    private static String describe(int status) {
        String signal = SIGNALS.get(status - 128);
        return signal == null ? "exit status " + status : "killed by " + signal + " (exit status " + status + ")";
    }
}
