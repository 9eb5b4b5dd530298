package org.isolatedmounts.internal.availability.machine;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a probe ended.
 *
 * @param output standard output and standard error
 */
public record CommandResult(List<String> command, Ending ending, int status, String output) {

    /** The status tells something only for {@link #EXITED}. */
    public enum Ending {
        EXITED,
        /** It was no command, but a system call in a supervisor. */
        REFUSED,
        TIMED_OUT,
        NOT_STARTED
    }

    static CommandResult exited(List<String> command, int status, String output) {
        return new CommandResult(command, Ending.EXITED, status, output);
    }

    private static final Pattern OUT_OF_RESOURCES =
            Pattern.compile("(?i)Resource temporarily unavailable|Cannot allocate memory|unable to create native thread"
                    + "|Out of system resources|insufficient memory|Could not reserve enough space");

    /** The status with which a shell, and unshare(1), say that they have not found a program. */
    private static final int NOT_FOUND = 127;

    /** A program that is not there denies nothing. */
    public boolean isNotFound() {
        return ending == Ending.EXITED && status == NOT_FOUND;
    }

    /** There is no program to try it with, for that reason. */
    public static CommandResult notFound(List<String> command, String reason) {
        return exited(command, NOT_FOUND, reason);
    }

    /** What a supervisor met that was laying mounts, in the words of a command. */
    public static CommandResult refused(String call, String error) {
        return new CommandResult(List.of(call), Ending.REFUSED, -1, error);
    }

    /** Whether that is why a program, or a JVM, did not come to its end. */
    public boolean isOutOfResources() {
        return OUT_OF_RESOURCES.matcher(output).find();
    }

    public boolean succeeded() {
        return ending == Ending.EXITED && status == 0;
    }

    public boolean says(String text) {
        return output.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /** EPERM: the kernel's own rules and seccomp filters say so, AppArmor for capabilities. */
    public boolean notPermitted() {
        return says("operation not permitted") || mountDenied();
    }

    /** EACCES: security modules say so, the kernel's own rules about namespaces do not. */
    public boolean accessDenied() {
        return says("permission denied");
    }

    /** mount(8) has one text for both. */
    private boolean mountDenied() {
        return says("mount:") && (accessDenied() || says("must be superuser"));
    }

    /** The command, as it can be repeated by hand, and on a second line what became of it. */
    public String evidence() {
        String said = output.isBlank() ? "no output" : output.strip().replaceAll("\\s*\\n\\s*", " | ");
        String ended = switch (ending) {
            case REFUSED -> "";
            case EXITED -> "exit status " + status;
            case TIMED_OUT -> "killed, it did not end in time";
            case NOT_STARTED -> "not started";
        };
        if (ending == Ending.REFUSED) {
            return command.get(0) + "(2): " + said;
        }
        return "$ " + command.stream().map(CommandResult::quoted).collect(Collectors.joining(" ")) + "\n" + ended + ": "
                + said;
    }

    private static String quoted(String argument) {
        return argument.contains(" ") ? "'" + argument + "'" : argument;
    }
}
