package org.isolatedmounts.internal.availability.trial;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isolatedmounts.internal.availability.machine.CommandResult;

/**
 * A system call that the machine has refused to a supervisor, rather than for a mistake in a layout.
 *
 * @param error as programs write it
 */
public record RefusedCall(String call, String error) {

    /** What is refused together with a call. */
    private static final Map<String, Stage> STAGES = Map.of(
            "setns", Stage.ENTER,
            "pivot_root", Stage.NEW_ROOT,
            "fsopen", Stage.TMPFS,
            "fsconfig", Stage.TMPFS,
            "fsmount", Stage.TMPFS,
            "open_tree", Stage.BIND,
            "move_mount", Stage.BIND,
            "umount2", Stage.BIND,
            "mount_setattr", Stage.RECURSIVE_READ_ONLY);

    private static final Map<String, String> ERRORS = Map.of(
            "EPERM", "Operation not permitted",
            "EACCES", "Permission denied",
            "ENOSYS", "Function not implemented");

    private static final Pattern CALL = Pattern.compile("\\b(" + String.join("|", STAGES.keySet())
            + ")\\([^\\n]*?\\): (" + String.join("|", ERRORS.keySet()) + ")\\b");

    /** What the programs in front of a fork say, or its shell. */
    private static final Pattern OF_PROGRAM = Pattern.compile("(?m)^(unshare|setpriv|mount): ");

    public static Optional<RefusedCall> in(String message) {
        Matcher matcher = CALL.matcher(message);
        // a path that may not be entered is a mistake in a layout, and the only one with these
        return matcher.find()
                        && !(matcher.group(1).equals("open_tree")
                                && matcher.group(2).equals("EACCES"))
                ? Optional.of(new RefusedCall(matcher.group(1), ERRORS.getOrDefault(matcher.group(2), "")))
                : Optional.empty();
    }

    public static boolean isOfProgram(String message) {
        return OF_PROGRAM.matcher(message).find();
    }

    public CommandResult asResult() {
        return CommandResult.refused(call, error);
    }

    /** The stage at which a supervisor makes this call first. */
    public Stage stage() {
        return STAGES.getOrDefault(call, Stage.BIND);
    }
}
