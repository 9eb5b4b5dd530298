package org.isolatedmounts.internal.availability;

import java.util.ArrayList;
import java.util.List;

/** The steps of starting a supervisor, each as a short process that leaves nothing behind. */
enum Stage {
    USER_NAMESPACE("creating a user namespace", false, false, "sh", "-c", "true"),
    MOUNT_NAMESPACE("creating a mount namespace", true, false, "sh", "-c", "true"),
    PID_NAMESPACE("creating a pid namespace", true, true, "sh", "-c", "true"),
    TMPFS("mounting a tmpfs in a private mount namespace", true, true, "mount", "-t", "tmpfs", "tmpfs", "/"),
    DROP_RIGHTS(
            "dropping capabilities in a private mount namespace",
            true,
            true,
            "setpriv",
            "--inh-caps=-all",
            "--ambient-caps=-all",
            "--bounding-set=-sys_admin",
            "--no-new-privs",
            "sh",
            "-c",
            "true"),
    /** Not one of {@link #required()}: a supervisor goes on without a {@code /proc} of its own. */
    NEW_PROC("mounting a new /proc", true, true, "mount", "-t", "proc", "proc", "/proc");

    private final String attempt;
    private final boolean mountNamespace;
    private final boolean pidNamespace;

    @SuppressWarnings("ImmutableEnumChecker") // it is, by List.of
    private final List<String> program;

    Stage(String attempt, boolean mountNamespace, boolean pidNamespace, String... program) {
        this.attempt = attempt;
        this.mountNamespace = mountNamespace;
        this.pidNamespace = pidNamespace;
        this.program = List.of(program);
    }

    static List<Stage> required() {
        return List.of(USER_NAMESPACE, MOUNT_NAMESPACE, PID_NAMESPACE, TMPFS, DROP_RIGHTS);
    }

    String attempt() {
        return attempt;
    }

    boolean mounts() {
        return mountNamespace;
    }

    List<String> command(ProcStatus status) {
        return inNamespaces(status, program);
    }

    /** Any program in the namespaces of this stage. */
    List<String> inNamespaces(ProcStatus status, List<String> program) {
        List<String> command = new ArrayList<>(List.of("unshare"));
        if (status.needsUserNamespace()) {
            command.addAll(List.of("--user", "--map-current-user", "--keep-caps"));
        }
        if (mountNamespace) {
            command.addAll(List.of("--mount", "--propagation", "private"));
        }
        if (pidNamespace) {
            command.addAll(List.of("--pid", "--fork", "--kill-child"));
        }
        command.add("--");
        command.addAll(program);
        return List.copyOf(command);
    }
}
