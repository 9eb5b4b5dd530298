package org.isolatedmounts.internal.availability.trial;

import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.availability.machine.CommandResult;
import org.isolatedmounts.internal.availability.machine.Machine;
import org.isolatedmounts.internal.availability.machine.ProcStatus;

/**
 * The steps of starting a supervisor and a fork, and what tests may want beyond that; each is tried as a short process that leaves
 * nothing behind.
 */
public enum Stage {
    USER_NAMESPACE("user namespace", "creating a user namespace", false, false, "sh", "-c", "true"),
    MOUNT_NAMESPACE("private mount namespace", "creating a mount namespace", true, false, "sh", "-c", "true"),
    PID_NAMESPACE("pid namespace", "creating a pid namespace", true, true, "sh", "-c", "true"),
    TMPFS("tmpfs", "mounting a tmpfs in a private mount namespace", true, true, "mount", "-t", "tmpfs", "tmpfs", "/"),
    /** Within the supervisor's namespaces: limits count both. */
    FORK(
            "namespaces of a fork",
            "creating the namespaces of a fork in those of the supervisor",
            true,
            true,
            "unshare",
            "--mount",
            "--pid",
            "--fork",
            "--kill-child",
            "--propagation",
            "unchanged",
            "--",
            "sh",
            "-c",
            "true"),
    DROP_RIGHTS(
            "dropping capabilities",
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
    /** Of the mount namespace that it is in already, which takes the same call and the same rights. */
    ENTER(
            "entering the namespace of a fork",
            "entering a mount namespace (setns)",
            true,
            true,
            "nsenter",
            "--mount=/proc/self/ns/mnt",
            "sh",
            "-c",
            "true"),
    NEW_ROOT(
            "mount point that does not exist",
            "changing the root directory (pivot_root)",
            "mkdir old; PATH=$PATH:/usr/sbin:/sbin; pivot_root . old"),
    /** As the supervisor does it, and so at last: the programs before have found out who would deny it. */
    LAY("laying a layout", "laying mounts by system calls", true, true),
    /** The first that is not required: a supervisor goes on without a {@code /proc} of its own. */
    NEW_PROC("/proc of its own", "mounting a new /proc", true, true, "mount", "-t", "proc", "proc", "/proc"),
    BIND(
            "bind mount, read-only",
            "mounting a directory at a second place, read-only",
            "mkdir a b; mount -n --bind a b; mount -n -o remount,bind,ro b; ! (: > b/file) 2>/dev/null"),
    RECURSIVE_READ_ONLY(
            "read-only with all submounts",
            "changing the flags of a whole mount tree (mount_setattr)",
            "mkdir -p a/c b; mount -n -t tmpfs tmpfs a/c; mount -n --rbind -o ro=recursive a b;"
                    + " ! (: > b/c/file) 2>/dev/null"),
    OVERLAY(
            "overlay",
            "mounting an overlay",
            "mkdir lower upper work merged;"
                    + " mount -n -t overlay -o lowerdir=lower,upperdir=upper,workdir=work overlay merged;"
                    + " : > merged/file"),
    LOOP(
            "file system image (loop)",
            "mounting a file system image through a loop device",
            "mkdir files; cat > image; mount -n -t ext4 -o loop,ro image files; umount -n files");

    private final String title;
    private final String attempt;
    private final boolean mountNamespace;
    private final boolean pidNamespace;
    private final boolean inWorkDirectory;

    @SuppressWarnings("ImmutableEnumChecker") // it is, by List.of
    private final List<String> program;

    Stage(String title, String attempt, boolean mountNamespace, boolean pidNamespace, String... program) {
        this.title = title;
        this.attempt = attempt;
        this.mountNamespace = mountNamespace;
        this.pidNamespace = pidNamespace;
        this.inWorkDirectory = false;
        this.program = List.of(program);
    }

    /** A script that begins in an empty tmpfs. */
    Stage(String title, String attempt, String script) {
        this.title = title;
        this.attempt = attempt;
        this.mountNamespace = true;
        this.pidNamespace = true;
        this.inWorkDirectory = true;
        this.program = List.of("sh", "-ec", "mount -n -t tmpfs tmpfs \"$1\"; cd \"$1\"; " + script, "sh");
    }

    public static List<Stage> required() {
        return List.of(USER_NAMESPACE, MOUNT_NAMESPACE, PID_NAMESPACE, TMPFS, FORK, DROP_RIGHTS, ENTER, NEW_ROOT, LAY);
    }

    /** Whether the rules about who may make namespaces have a say in it. */
    public boolean makesNamespaces() {
        return isRequired() && this != ENTER && this != NEW_ROOT && this != LAY;
    }

    public boolean isRequired() {
        return required().contains(this);
    }

    /** What a test has if this stage succeeds. */
    public String title() {
        return title;
    }

    public String attempt() {
        return attempt;
    }

    public boolean mounts() {
        return mountNamespace;
    }

    /** Root has no use for a user namespace. */
    public boolean concerns(ProcStatus status) {
        return this != USER_NAMESPACE || status.needsUserNamespace();
    }

    public CommandResult tryOn(Machine machine, ProcStatus status) {
        if (this != LAY) {
            return machine.run(command(machine, status), this == LOOP ? FileSystemImage.empty() : new byte[0]);
        }
        List<String> trial = program(machine);
        return trial.isEmpty()
                ? LayTrial.impossible()
                : LayTrial.judged(machine, machine.run(inNamespaces(status, trial)));
    }

    public List<String> command(Machine machine, ProcStatus status) {
        return inNamespaces(status, program(machine));
    }

    private List<String> program(Machine machine) {
        if (this == LAY) {
            return LayTrial.program(machine, workDirectory(machine));
        }
        List<String> words = new ArrayList<>(program);
        if (inWorkDirectory) {
            words.add(workDirectory(machine));
        }
        return words;
    }

    /** A machine without any is denied for that reason already. */
    private static String workDirectory(Machine machine) {
        return WorkDirectoryChoice.of(machine).orElse("/mnt");
    }

    /** Any program in the namespaces of this stage. */
    public List<String> inNamespaces(ProcStatus status, List<String> program) {
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
