package org.isolatedmounts.internal.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.linux.LinuxSystemCalls;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.internal.supervisor.laying.LayoutLayer;
import org.isolatedmounts.internal.supervisor.laying.LayoutRefusedException;
import org.isolatedmounts.internal.supervisor.process.WorkDirectory;

/** Stands where the supervisor's main stands and lays one layout, of all that takes calls of its own, for nobody. */
public final class TrialMain {

    private static final String PLACE = "/isolated-mounts-trial/";

    private static final LayoutPlan LAYOUT = new LayoutPlan(List.of(
            new MountPlan(
                    PLACE + "tmpfs",
                    new Tree.FileSystem("tmpfs", "tmpfs", Map.of("size", "64k", "nr_inodes", "10", "mode", "700")),
                    true,
                    List.of("nosuid", "nodev", "noexec"),
                    "a trial"),
            new MountPlan(
                    PLACE + "bind",
                    new Tree.Copy(Source.ofHost(System.getProperty("java.home")), true),
                    true,
                    List.of(),
                    "a trial")));

    private TrialMain() {}

    /**
     * Says what was refused, and exits with status 1; says nothing if all was laid.
     *
     * @param arguments the directory on which a tmpfs is mounted, as the supervisor has one
     */
    public static void main(String[] arguments) throws IOException {
        WorkDirectory work = new WorkDirectory(Path.of(arguments[0]));
        Process fork = new ProcessBuilder(
                        "unshare", "--mount", "--propagation", "unchanged", "--", "sh", "-c", "echo; read -r end")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int status = 0;
        // it is in its namespace then, or has ended
        if (fork.getInputStream().read() < 0 || !lays(work, fork.pid())) {
            status = 1;
        }
        fork.destroyForcibly();
        System.exit(status);
    }

    private static boolean lays(WorkDirectory work, long pid) {
        LayoutLayer layer = new LayoutLayer(new LinuxSystemCalls(), work.path().toString());
        try {
            layer.lay(work.procOf(pid).toString(), LAYOUT, List.of(), "/").close();
            return true;
        } catch (LayoutRefusedException | SystemCallException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }
}
