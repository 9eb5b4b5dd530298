package org.isolatedmounts.internal.availability.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.isolatedmounts.internal.availability.machine.CommandResult;
import org.isolatedmounts.internal.availability.machine.Machine;

/** Has the classes of a supervisor lay mounts, by the system calls that lay the mounts of a test. */
public final class LayTrial {

    private static final String MAIN = "org.isolatedmounts.internal.supervisor.TrialMain";

    /** What the supervisor has before its JVM starts, which may do without the second. */
    private static final String WORK_DIRECTORY = "mount -n -t tmpfs -o mode=0700 tmpfs \"$1\"; mkdir \"$1/proc\";"
            + " mount -n -t proc proc \"$1/proc\" 2>/dev/null || :; shift; exec \"$@\"";

    private static final Pattern WITHOUT_CLASSES = Pattern.compile(
            "Could not find or load main class|NoClassDefFoundError|ClassNotFound|UnsatisfiedLinkError");

    private static final Predicate<String> FILE_SIZE =
            Pattern.compile("(?m)^Max file size +\\d").asPredicate();

    private LayTrial() {}

    /** The command, in no namespaces yet; empty if there is nothing to run it with. */
    static List<String> program(Machine machine, String workDirectory) {
        return machine.supervisorJvm(workDirectory)
                .map(jvm -> {
                    List<String> words = new ArrayList<>(List.of("sh", "-ec", WORK_DIRECTORY, "sh", workDirectory));
                    words.addAll(jvm);
                    words.addAll(List.of(MAIN, workDirectory));
                    return words;
                })
                .orElse(List.of());
    }

    /** Only a call that was refused denies, or want of resources; what else keeps it from its end tells nothing. */
    static CommandResult judged(Machine machine, CommandResult result) {
        String output = result.output();
        if (result.succeeded() || result.isOutOfResources() || hasNoRoomForFiles(machine, result)) {
            return result;
        }
        return RefusedCall.in(output)
                .map(RefusedCall::asResult)
                .orElseGet(() -> CommandResult.notFound(result.command(), noAnswer(output)));
    }

    /**
     * Whether the limit on the size of files (setrlimit(2), RLIMIT_FSIZE) is in the way: a JVM unpacks a native library,
     * and says no more than that it could not be loaded.
     */
    public static boolean hasNoRoomForFiles(Machine machine, CommandResult result) {
        return isWithoutLibrary(result.output())
                && machine.read("/proc/self/limits").filter(FILE_SIZE).isPresent();
    }

    /** Whether somebody says that jnr-ffi has not found its native library. */
    public static boolean isWithoutLibrary(String message) {
        return message.contains("could not load FFI provider");
    }

    private static String noAnswer(String output) {
        return WITHOUT_CLASSES.matcher(output).find()
                ? "its JVM did not find its classes: this jar or those of jnr-ffi are broken, or this user may not read them"
                : "it came to no answer: " + output.lines().findFirst().orElse("no output");
    }

    static CommandResult impossible() {
        return CommandResult.notFound(
                List.of(), "it takes jnr-ffi, which is neither on the class path nor in a local repository of Maven");
    }
}
