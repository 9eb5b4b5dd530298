package org.isolatedmounts.internal.availability.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.isolatedmounts.internal.availability.machine.CommandResult;
import org.isolatedmounts.internal.availability.machine.Machine;

/** Has the classes of a supervisor lay mounts, by the system calls by which those of a test are laid. */
final class LayTrial {

    private static final String MAIN = "org.isolatedmounts.internal.supervisor.TrialMain";

    /** What the supervisor has before its JVM starts, which may do without the second. */
    private static final String WORK_DIRECTORY = "mount -n -t tmpfs -o mode=0700 tmpfs \"$1\"; mkdir \"$1/proc\";"
            + " mount -n -t proc proc \"$1/proc\" 2>/dev/null || :; shift; exec \"$@\"";

    private static final Pattern WITHOUT_CLASSES = Pattern.compile(
            "Could not find or load main class|NoClassDefFoundError|ClassNotFound|UnsatisfiedLinkError");

    private LayTrial() {}

    /** The command, in no namespaces yet; empty where there is nothing to run it with. */
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
    static CommandResult judged(CommandResult result) {
        String output = result.output();
        if (result.succeeded() || result.isOutOfResources()) {
            return result;
        }
        return RefusedCall.in(output)
                .map(RefusedCall::asResult)
                .orElseGet(() -> CommandResult.notFound(result.command(), noAnswer(output)));
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
