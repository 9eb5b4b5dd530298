package org.isolatedmounts.internal.launch.supervisor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.availability.Availability;
import org.isolatedmounts.internal.availability.machine.Machine;
import org.isolatedmounts.internal.availability.machine.ThisMachine;
import org.isolatedmounts.internal.availability.trial.WorkDirectoryChoice;
import org.isolatedmounts.internal.classpath.SupervisorClassPath;
import org.isolatedmounts.internal.classpath.SupervisorJvm;
import org.isolatedmounts.internal.plan.ForkPipes;
import org.isolatedmounts.internal.plan.ForkProof;

/** The command that starts the supervisor in namespaces of its own. */
final class SupervisorCommandLine {

    /** The descriptors of the pipes from the host and to it; the standard streams are the JVM's to write to. */
    private static final int COMMANDS = 4;

    private static final int EVENTS = 5;

    /**
     * Proves that this is not the host's mount namespace and that a fork's privileges can be dropped, mounts the
     * supervisor's tmpfs and, if the kernel lets it, a {@code /proc} of the new pid namespace there, and stays as the
     * first process of that namespace. The standard error is the JVM's alone then, or a killed one would be said to have
     * said "Killed".
     *
     * <p>It is a slave of the host's mounts, for tests that want what the host mounts. The JVM goes on in a private copy: what the
     * host mounts must not hide from it, or from other tests, what they work with.
     *
     * <p>setpriv(1) is the first process of a pid namespace here, as it is in a fork: linked with libcap-ng before 0.8 it
     * asks {@code /proc} for the process of its own id, and if {@code /proc} is that of an outer namespace only the
     * first process has an id that is found there.
     */
    private static final String SHELL = """
            if [ "$(readlink /proc/self/ns/mnt)" = "$1" ]; then
              echo "still in the mount namespace of the host, $1" >&2
              exit 1
            fi
            unshare --pid --fork --kill-child -- \
              setpriv --ambient-caps=-all --inh-caps=-all --bounding-set=-sys_admin --no-new-privs -- sh -c : || exit 1
            mount -n -t tmpfs -o size=64m,mode=0700,nosuid,nodev isolated-mounts "$2" || exit 1
            mkdir "$2/proc" && mount -n -t proc proc "$2/proc" 2>/dev/null
            shift 2
            read -r own rest </proc/self/stat
            set -- unshare --mount --propagation private -- "$@" "/proc/$own/ns/mnt"
            exec %1$d<&0 </dev/null %2$d>&1 1>&2 3>&2 2>/dev/null
            (exec "$@" 2>&3 3>&-)
            exit $?
            """.formatted(COMMANDS, EVENTS);

    private SupervisorCommandLine() {}

    /** @throws SupervisorFailedException if there is no directory for it */
    static List<String> build() throws IOException, SupervisorFailedException {
        Machine machine = new ThisMachine();
        String work = WorkDirectoryChoice.of(machine)
                .orElseThrow(() -> new SupervisorFailedException("There is no directory for the supervisor's tmpfs."));
        List<String> words = new ArrayList<>(List.of("unshare"));
        if (Availability.needsUserNamespace(machine)) {
            words.addAll(List.of("--user", "--map-current-user", "--keep-caps"));
        }
        words.addAll(List.of("--mount", "--pid", "--fork", "--kill-child", "--propagation", "slave", "--"));
        words.addAll(List.of("sh", "-c", SHELL, "sh", ForkProof.currentMountNamespace(), work));
        SupervisorClassPath.problem().ifPresent(problem -> {
            throw new IsolationUnavailableException(problem);
        });
        // nothing is left there when the namespace goes
        words.addAll(SupervisorJvm.command(SupervisorClassPath.build(), work));
        words.add("org.isolatedmounts.internal.supervisor.SupervisorMain");
        words.addAll(List.of(work, ForkPipes.path(COMMANDS), ForkPipes.path(EVENTS)));
        return words;
    }
}
