package org.isolatedmounts.internal.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Names a process as no other one is named, now or later: its id and the moment of its start. */
final class ProcessIdentity {

    private static final List<String> SHELLS = List.of("sh", "dash", "bash", "ash", "busybox", "ksh", "zsh");

    /** The position of the start time in proc_pid_stat(5), counted from what follows the name. */
    private static final int START_TIME = 19;

    private ProcessIdentity() {}

    static String ofSelf() {
        return of(ProcessHandle.current());
    }

    /** The process that started this JVM and, at the same time or one after the other, those of the same run. */
    static String ofRun() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        while (parent.filter(ProcessIdentity::isShellWithOneCommand).isPresent()) {
            parent = parent.get().parent();
        }
        return parent.map(ProcessIdentity::of).orElse("none");
    }

    /** Surefire starts each of its JVMs by such a shell, which may or may not stay. */
    private static boolean isShellWithOneCommand(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command ->
                        SHELLS.contains(Path.of(command).getFileName().toString()))
                .flatMap(command -> process.info().arguments())
                .filter(arguments -> arguments.length > 0 && arguments[0].equals("-c"))
                .isPresent();
    }

    private static String of(ProcessHandle process) {
        return process.pid() + "-" + startTime(process.pid());
    }

    private static String startTime(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), ISO_8859_1);
            // the name may contain anything, parentheses and blanks included
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Arrays.asList(fields).get(START_TIME);
        } catch (IOException | RuntimeException e) {
            return "unknown";
        }
    }
}
