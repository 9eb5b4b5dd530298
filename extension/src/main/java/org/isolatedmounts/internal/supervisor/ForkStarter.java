package org.isolatedmounts.internal.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.plan.ForkPipes;
import org.isolatedmounts.internal.plan.JavaCommand;

/**
 * Starts the process of a fork, as a chain of programs that all come before its layout is laid, so that what the layout
 * hides of them does not matter:
 *
 * <ol>
 *   <li>{@code unshare} makes the mount and the pid namespace.
 *   <li>A shell, the first process of the pid namespace, opens what the JVM is to have, as paths may lead elsewhere then.
 *   <li>{@code setpriv} takes from it what could undo a layout; it goes on as a shell that inherits orphans.
 *   <li>{@code setsid} begins the session of the test in a child of that, which is to be the JVM: the shell that waits
 *       there for the layout runs nothing but builtins and, in its own place, the JVM.
 * </ol>
 */
final class ForkStarter {

    /** In the {@code /proc} of the supervisor, so by an id that no other process of the machine has meanwhile. */
    private static final String OUTSIDE = "read -r id rest </proc/self/stat; exec %s -- sh -c \"$1\" sh \"$id\" \"$@\"";

    /**
     * The JVM gets the id that {@code unshare} has outside: a JVM names files in shared directories by its id, as the
     * attach API does. Where {@code /proc/sys} is read-only it gets the next one, which is 2.
     *
     * <p>The directory of this process, which a test finds by {@code /proc/1/cwd}, must not lie below what is laid.
     */
    private static final String FIRST_PROCESS =
            """
            { echo $(($1 - 1)) >/proc/sys/kernel/ns_last_pid; } 2>/dev/null
            shift 2
            cd /
            exec %d<"$3/arguments" %d<>"$3/events" %d<&0 </dev/null
            [ -z "$4" ] || exec %d<"$4"
            """.formatted(ForkPipes.ARGUMENTS, ForkPipes.EVENTS, ForkPipes.COMMANDS, ForkPipes.CLASS_ARCHIVE);

    /**
     * Stays, to reap orphans; when it ends, the kernel kills whatever is left. It would write "Killed" between the lines
     * of the test, so it loses its standard error to the JVM.
     */
    private static final String WAITING = """
            jvm=$2
            shift 4
            exec 7>&2 2>/dev/null
            (exec setsid sh -c "$jvm" sh "$@" 2>&7 7>&-)
            exit $?
            """;

    /** Says that it waits, which must not wait for a reader: {@code unshare} and the supervisor's fork may be gone. */
    private static final String JVM =
            """
            printf . >&%d
            read -r go <&%d || exit 125
            cd "$1" || exit %d
            shift
            exec "$@"
            """.formatted(ForkPipes.EVENTS, ForkPipes.COMMANDS, ForkPipes.NO_WORKING_DIRECTORY);

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

    Process start(JavaCommand command, ForkFiles files) throws IOException {
        String proc = work.hasOwnProc() ? " --mount-proc" : "";
        String unshare = "unshare --mount --pid --fork --kill-child" + proc + " --propagation unchanged";
        String setpriv = "exec " + String.join(" ", Privileges.dropCommand()) + " sh -c \"$1\" sh \"$@\"";
        List<String> words = new ArrayList<>(List.of("sh", "-c", OUTSIDE.formatted(unshare), "sh"));
        words.add(FIRST_PROCESS + setpriv);
        words.addAll(List.of(WAITING, JVM));
        words.add(files.directory().toString());
        words.add(archive.file().map(Path::toString).orElse(""));
        words.add(command.workingDirectory());
        words.add(command.executable());
        if (archive.file().isPresent()) {
            words.addAll(ClassArchive.options(ForkPipes.path(ForkPipes.CLASS_ARCHIVE)));
        }
        words.add("@" + ForkPipes.path(ForkPipes.ARGUMENTS));
        return new ProcessBuilder(words).start();
    }
}
