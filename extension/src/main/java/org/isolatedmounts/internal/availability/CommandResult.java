package org.isolatedmounts.internal.availability;

import java.util.List;
import java.util.Locale;
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
        TIMED_OUT,
        NOT_STARTED
    }

    static CommandResult exited(List<String> command, int status, String output) {
        return new CommandResult(command, Ending.EXITED, status, output);
    }

    public boolean succeeded() {
        return ending == Ending.EXITED && status == 0;
    }

    boolean says(String text) {
        return output.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /** EPERM: the kernel's own rules and seccomp filters say so, AppArmor for capabilities. */
    boolean notPermitted() {
        return says("operation not permitted") || mountDenied();
    }

    /** EACCES: security modules say so, the kernel's own rules about namespaces do not. */
    boolean accessDenied() {
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
            case EXITED -> "exit status " + status;
            case TIMED_OUT -> "killed, it did not end in time";
            case NOT_STARTED -> "not started";
        };
        return "$ " + command.stream().map(CommandResult::quoted).collect(Collectors.joining(" ")) + "\n" + ended + ": "
                + said;
    }

    private static String quoted(String argument) {
        return argument.contains(" ") ? "'" + argument + "'" : argument;
    }
}
