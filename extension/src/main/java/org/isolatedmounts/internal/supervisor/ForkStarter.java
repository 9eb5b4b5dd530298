package org.isolatedmounts.internal.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.plan.JavaCommand;
import org.isolatedmounts.internal.plan.StreamMark;

/**
 * Starts the process of a fork: {@code unshare} makes its mount and pid namespace, {@code setpriv} takes what could undo
 * a layout, and a shell, which waits for the word to go and inherits orphans, starts the JVM.
 */
final class ForkStarter {

    /**
     * Says that the namespaces exist, which must not wait for a reader: {@code unshare} may be dead, without having asked
     * yet to be followed, and the supervisor done with this fork. Waits for the word to go, enters the working directory
     * once more, as its path may lead through a new root by then, and starts the JVM. The shell stays: as the first
     * process of the pid namespace it reaps orphans, and when it ends, the kernel kills whatever is left. It would write
     * "Killed" between the lines of the test, so it loses its standard error to the JVM.
     */
    private static final String SHELL = """
            printf . 1<>"$1"
            read -r go || exit 125
            cd "$2" || exit 126
            shift 2
            exec 3>&2 2>/dev/null
            (exec "$@" 2>&3 3>&-)
            exit $?
            """;

    private final WorkDirectory work;
    private final ClassArchive archive;

    ForkStarter(WorkDirectory work, ClassArchive archive) {
        this.work = work;
        this.archive = archive;
    }

    ClassArchive archive() {
        return archive;
    }

    WorkDirectory work() {
        return work;
    }

    Process start(JavaCommand command, ForkFiles files, StreamMark mark) throws IOException {
        List<String> words = new ArrayList<>(List.of("unshare", "--mount", "--pid", "--fork", "--kill-child"));
        if (work.hasOwnProc()) {
            words.add("--mount-proc");
        }
        words.addAll(List.of("--propagation", "unchanged", "--"));
        words.addAll(Privileges.dropCommand());
        words.addAll(List.of("sh", "-c", SHELL, "sh", files.eventPipe().toString(), command.workingDirectory()));
        words.add(command.executable());
        words.addAll(archive.options());
        words.addAll(List.of(
                "@" + files.argumentFile(),
                files.eventPipe().toString(),
                files.answerPipe().toString(),
                mark.name()));
        return new ProcessBuilder(words)
                .directory(Path.of(command.workingDirectory()).toFile())
                .start();
    }
}
