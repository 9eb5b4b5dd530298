package org.isolatedmounts.internal.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names a process as no other one is named, now or later: its id and the moment of its start. */
final class ProcessIdentity {

    private static final List<String> SHELLS = List.of("sh", "dash", "bash", "ash", "ksh", "zsh");

    /**
     * How the command of a JVM begins that a build starts beside others, of which each runs some of its tests: Surefire and
     * Failsafe, by a jar or by a class path; Gradle; Ant.
     */
    private static final Pattern JVM_OF_A_BUILD = Pattern.compile("(.*/surefirebooter[^/]*\\.jar"
            + "|org\\.apache\\.maven\\.surefire\\.booter\\.ForkedBooter"
            + "|worker\\.org\\.gradle\\.process\\.internal\\.worker\\.GradleWorkerMain"
            + "|org\\.apache\\.tools\\.ant\\.taskdefs\\.optional\\.junitlauncher\\.StandaloneLauncher)( .*)?");

    /** The position of the start time in proc_pid_stat(5), counted from what follows the name. */
    private static final int START_TIME = 19;

    private ProcessIdentity() {}

    static String ofSelf() {
        return of(ProcessHandle.current());
    }

    /** The build that started this JVM and others, at the same time or one after the other; else this JVM itself. */
    static String ofRun() {
        return ofRun(System.getProperty("sun.java.command", ""));
    }

    /** Whatever else starts JVMs, a shell or an IDE, mostly stays for the next run. */
    static String ofRun(String command) {
        return JVM_OF_A_BUILD.matcher(command).matches() ? ofStarter() : ofSelf();
    }

    private static String ofStarter() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        while (parent.filter(ProcessIdentity::isShellWithOneCommand).isPresent()) {
            parent = parent.get().parent();
        }
        return parent.map(ProcessIdentity::of).orElseGet(ProcessIdentity::ofSelf);
    }

    /** Surefire starts each of its JVMs by such a shell, which may or may not stay. */
    private static boolean isShellWithOneCommand(ProcessHandle process) {
        try {
            // not from the process handle, which knows no arguments if they are long, as a class path is
            String[] words = read(process.pid(), "cmdline").split("\0", -1);
            String shell = words[0].substring(words[0].lastIndexOf('/') + 1);
            return words.length > 1 && SHELLS.contains(shell) && words[1].equals("-c");
        } catch (IOException e) {
            return false;
        }
    }

    private static String of(ProcessHandle process) {
        return process.pid() + "-" + startTime(process.pid());
    }

    private static String startTime(long pid) {
        try {
            String stat = read(pid, "stat");
            // the name may contain anything, parentheses and blanks included
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Arrays.asList(fields).get(START_TIME);
        } catch (IOException | RuntimeException e) {
            return "unknown";
        }
    }

    private static String read(long pid, String file) throws IOException {
        return Files.readString(Path.of("/proc/" + pid + "/" + file), ISO_8859_1);
    }
}
