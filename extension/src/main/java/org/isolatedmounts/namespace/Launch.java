package org.isolatedmounts.namespace;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Starts a command in a namespace, and a guard, which stays outside and sees to it that the command does not outlive us. */
final class Launch {

    /**
     * The kernel sends the guard SIGTERM when its parent dies: the JVM, or rather the thread that has started it. It must
     * not have died before that was arranged. The command leads a process group of its own, which the guard kills; should
     * the guard itself be killed, so is the command.
     *
     * <p>It listens before it starts the command: else a SIGTERM in between would end the guard before the command has
     * asked to be killed with it.
     *
     * <p>What leads into the namespace complains to the standard output, where that is read; the guard, which would say
     * "Killed", has none. Shells let commands in the background ignore SIGINT: where env(1) can, it undoes that.
     */
    private static final String GUARD = """
            [ "$PPID" = "$1" ] || exit 1
            shift
            exec 3<&0 4>&2 2>/dev/null
            trap 'killed=1' TERM
            env --default-signal true && set -- env --default-signal "$@"
            setpriv --pdeathsig KILL -- setsid "$@" <&3 3<&- 2>&1 &
            command=$!
            kill_all() { kill -s KILL -- "-$command" || kill -s KILL "$command"; killed=1; }
            trap kill_all TERM
            [ -z "$killed" ] || kill_all
            exec 3<&- 4>&- >/dev/null
            wait "$command"
            status=$?
            [ -z "$killed" ] || wait "$command"
            exit "$status"
            """;

    /** A shell cannot trap a signal that was ignored when it began, as it is where this JVM ignores it. */
    private static final String HEEDING_SIGTERM = """
            env --default-signal=TERM true 2>/dev/null && exec env --default-signal=TERM "$@"
            exec "$@"
            """;

    /**
     * In the namespace: tells that it has been entered, and the process id that {@code /proc} knows, which may differ from
     * its own.
     */
    private static final String ENTERED = """
            { read -r pid rest </proc/self/stat; } 2>/dev/null
            echo "entered ${pid:-$$}"
            cd "$1" 2>/dev/null
            shift
            exec "$@" 2>&4 4>&-
            """;

    private static final String MARK = "entered ";
    private static final int LONGEST_LINE = 10_000;

    private final List<String> entrance;
    private final Redirect errors;

    /**
     * @param entrance words of a command line that lead into the namespace
     * @param errors {@link Redirect#PIPE} for the standard error to be one with the standard output
     */
    Launch(List<String> entrance, Redirect errors) {
        this.entrance = entrance;
        this.errors = errors;
    }

    NamespaceProcess start(List<String> command) throws IOException {
        List<String> words = new ArrayList<>(List.of("setpriv", "--pdeathsig", "TERM", "--", "setsid"));
        String pid = Long.toString(ProcessHandle.current().pid());
        words.addAll(List.of("sh", "-c", HEEDING_SIGTERM, "sh", "sh", "-c", GUARD, "guard", pid));
        words.addAll(entrance);
        words.addAll(List.of("sh", "-c", ENTERED, "sh", System.getProperty("user.dir")));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(new File("/"))
                .redirectError(errors)
                .redirectErrorStream(errors.equals(Redirect.PIPE));
        Process guard = startOnItsOwnThread(builder);
        try {
            return new NamespaceProcess(guard, readPid(guard.getInputStream()));
        } catch (IOException e) {
            guard.destroy();
            throw e;
        }
    }

    /** On a thread that lives as long as the process: the kernel takes the death of the one for the death of the parent. */
    private static Process startOnItsOwnThread(ProcessBuilder builder) throws IOException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread keeper = new Thread(
                () -> {
                    try {
                        Process process = builder.start();
                        started.complete(process);
                        process.onExit().join();
                    } catch (IOException | RuntimeException e) {
                        started.completeExceptionally(e);
                    }
                },
                "isolated-mounts: parent of a process in a namespace");
        keeper.setDaemon(true);
        keeper.start();
        try {
            return started.join();
        } catch (CompletionException e) {
            throw new NamespaceException(
                    "Cannot start setpriv (" + e.getCause()
                            + "). Fix: install util-linux 2.36 or later, and let its commands be found by PATH.",
                    e);
        }
    }

    /** Byte by byte: what follows is the command's. */
    private long readPid(InputStream output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = readLine(output); !line.isEmpty(); line = readLine(output)) {
            if (line.startsWith(MARK)) {
                return Long.parseLong(line.substring(MARK.length()).strip());
            }
            said.append(said.isEmpty() ? "" : "; ").append(line.strip());
        }
        throw EntryFailure.of(entrance, said.toString());
    }

    private static String readLine(InputStream output) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = output.read(); next >= 0 && line.size() < LONGEST_LINE; next = output.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
