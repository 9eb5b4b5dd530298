package org.isolatedmounts.internal.supervisor.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.plan.ForkPipes;
import org.isolatedmounts.internal.plan.JavaCommand;

/**
 * Starts the process of a fork, as a chain of programs that all come before its layout is laid, so that what the layout
 * hides of them does not matter:
 *
 * <ol>
 *   <li>{@code unshare} makes the mount and the pid namespace.
 *   <li>{@code setsid} begins the session of the test: a signal to a process group goes no further.
 *   <li>A shell, the first process of the pid namespace, opens what the JVM is to have, as paths may lead elsewhere then.
 *   <li>{@code setpriv} takes from it what could undo a layout; it goes on as a shell that inherits orphans.
 *   <li>A child of that is to be the JVM: it waits there for the layout, and runs nothing but builtins and, in its own
 *       place, the JVM.
 * </ol>
 */
public final class ForkStarter {

    /** A descriptor that no JVM gets. */
    private static final int WORK_DIRECTORY = 8;

    /**
     * Where the chain starts: the {@code /proc} of the supervisor, which in the namespaces of the fork is reached only
     * from a process that was there before.
     */
    private static final File PROC_OF_SUPERVISOR = new File("/proc");

    /**
     * The JVM gets the id that this process has in the {@code /proc} of the supervisor, where no other process has it: a
     * JVM names files in shared directories by its id, as the attach API does. If {@code /proc/sys} is read-only it
     * gets the next one, which is 2.
     *
     * <p>The directory of this process, which a test finds by {@code /proc/1/cwd}, must not lie below what is laid.
     */
    private static final String FIRST_PROCESS = """
            read -r outside rest <self/stat
            { echo $((outside - 1)) >/proc/sys/kernel/ns_last_pid; } 2>/dev/null
            cd /
            exec %d<"$2/arguments" %d<>"$2/events" %d<&0 </dev/null
            [ -z "$3" ] || exec %d<"$3"
            exec %d<&-
            """.formatted(
                    ForkPipes.ARGUMENTS, ForkPipes.EVENTS, ForkPipes.COMMANDS, ForkPipes.CLASS_ARCHIVE, WORK_DIRECTORY);

    /** It goes on in the namespace that is a slave of the host's. */
    private static final String IN_SLAVE_NAMESPACE = """
            exec %d<"$0"
            namespace=$1
            shift
            exec nsenter --mount="$namespace" --wd=/proc -- "$@"
            """.formatted(WORK_DIRECTORY);

    /**
     * Stays, to reap orphans; when it ends, the kernel kills whatever is left. It would write "Killed" between the lines
     * of the test, so it loses its standard error to the JVM.
     *
     * <p>Its child says that it waits, which must not wait for a reader: {@code unshare} and the supervisor's fork may be
     * gone.
     */
    private static final String WAITING =
            """
            shift 3
            exec 7>&2 2>/dev/null
            (
              exec 2>&7 7>&-
              printf . >&%d
              read -r go <&%d || exit 125
              cd "$1" || exit %d
              shift
              exec "$@"
            )
            exit $?
            """.formatted(ForkPipes.EVENTS, ForkPipes.COMMANDS, ForkPipes.NO_WORKING_DIRECTORY);

    private final WorkDirectory work;
    private final ClassArchive archive;
    private final String slaveNamespace;

    /**
     * Starts forks.
     *
     * @param slaveNamespace the file of a mount namespace that is a slave of the host's
     */
    public ForkStarter(WorkDirectory work, ClassArchive archive, String slaveNamespace) {
        this.work = work;
        this.archive = archive;
        this.slaveNamespace = slaveNamespace;
    }

    public ClassArchive archive() {
        return archive;
    }

    public WorkDirectory work() {
        return work;
    }

    /** The host may have mounted something over the work directory, so that only those who have it open can reach it. */
    private String seen(Path file, boolean hostMounts) {
        return hostMounts && file.startsWith(work.path())
                ? ForkPipes.path(WORK_DIRECTORY) + "/" + work.path().relativize(file)
                : file.toString();
    }

    /** @param hostMounts whether it is to have what the host mounts */
    Process start(JavaCommand command, ForkFiles files, boolean hostMounts) throws IOException {
        List<String> words = new ArrayList<>();
        if (hostMounts) {
            words.addAll(List.of("sh", "-c", IN_SLAVE_NAMESPACE, work.path().toString(), slaveNamespace));
        }
        words.addAll(List.of("unshare", "--mount", "--pid", "--fork", "--kill-child"));
        if (work.hasOwnProc()) {
            words.add("--mount-proc");
        }
        words.addAll(List.of("--propagation", "unchanged", "--", "setsid", "sh", "-c"));
        words.add(FIRST_PROCESS + "exec " + String.join(" ", Privileges.dropCommand()) + " sh -c \"$1\" sh \"$@\"");
        words.addAll(List.of("sh", WAITING));
        words.add(seen(files.directory(), hostMounts));
        Optional<Path> classes = archive.file();
        words.add(classes.map(file -> seen(file, hostMounts)).orElse(""));
        words.add(command.workingDirectory());
        words.add(command.executable());
        if (classes.isPresent()) {
            words.addAll(ClassArchive.options(ForkPipes.path(ForkPipes.CLASS_ARCHIVE)));
        }
        words.add("@" + ForkPipes.path(ForkPipes.ARGUMENTS));
        ProcessBuilder builder = new ProcessBuilder(words).directory(PROC_OF_SUPERVISOR);
        builder.environment().putAll(command.optionVariables());
        return builder.start();
    }
}
