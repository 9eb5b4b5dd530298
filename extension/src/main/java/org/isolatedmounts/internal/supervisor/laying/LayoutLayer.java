package org.isolatedmounts.internal.supervisor.laying;

import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;

import java.util.List;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.linux.UserNamespace;
import org.isolatedmounts.internal.plan.KeptPath;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.supervisor.command.OperationLog;
import org.isolatedmounts.internal.supervisor.laying.mount.Descriptors;
import org.isolatedmounts.internal.supervisor.laying.mount.Mounts;
import org.isolatedmounts.internal.supervisor.laying.mount.Overlays;

/**
 * Lays layouts in the namespaces of forks, before their JVMs start. It works on a short-lived thread of its own, the
 * caller's stays where it is. A fork whose layout was refused is left half laid, it can only be killed.
 */
public final class LayoutLayer {

    private final SystemCalls calls;
    private final String workDirectory;

    /** @param workDirectory where the supervisor has mounted a tmpfs of its own, which every fork inherits */
    public LayoutLayer(SystemCalls calls, String workDirectory) {
        this.calls = calls;
        this.workDirectory = workDirectory;
    }

    /**
     * Takes the work directory away, makes the mount points that are missing on the host, for which the root directory
     * may be replaced, and lays the mounts. The fork meanwhile waits for something that it has open already.
     *
     * @param processDirectory {@code /proc/<pid>} of a process in the fork's mount namespace, in a procfs in which the
     *     supervisor finds itself too
     * @param keptPaths what the fork's JVM uses; what the mounts hide of it is bound back
     * @param workingDirectory of the fork's JVM; made if the mounts hide it
     */
    public LaidLayout lay(String processDirectory, LayoutPlan layout, List<KeptPath> keptPaths, String workingDirectory)
            throws LayoutRefusedException {
        Mounts mounts = new Mounts(calls, new OperationLog());
        // in the namespace of the fork there may be no /proc to tell
        Overlays overlays = new Overlays(calls, mounts, !UserNamespace.isInitial());
        NamespaceEntry entry = new NamespaceEntry(calls, processDirectory);
        LaidMounts laid = new LaidMounts(calls);
        try (Descriptors open = new Descriptors(calls)) {
            FileStatus work = calls.statx(AT_FDCWD, workDirectory, 0);
            Disks disks = new Disks(calls, mounts, layout, workDirectory, open);
            FilledTrees filled = new FilledTrees(mounts, layout, open);
            NamespaceEntry.Seen seen = entry.inside(namespace -> {
                // what the JVM has open there, all forks share: it is not to be opened for writing by its descriptor
                if (isSeen(work)) {
                    mounts.makeReadOnly(workDirectory);
                    mounts.detach(workDirectory);
                }
                OwnMounts own = new OwnMounts();
                SourceTrees sources = new SourceTrees(calls, mounts, layout, open);
                KeptPaths kept = new KeptPaths(calls, mounts, own, open, keptPaths, workingDirectory);
                makeMountPoints(mounts, layout, sources, own, open);
                new DeclaredMounts(calls, mounts, sources, overlays, disks, filled, kept, own, open).lay(layout, laid);
                return namespace.look();
            });
            return new LaidLayout(seen.namespace(), seen.mountInfo(), mounts.log(), workDirectory, laid);
        } catch (LayoutRefusedException | RuntimeException e) {
            laid.close();
            throw e;
        }
    }

    /** If not, the host has mounted something over it, which hides it from the test as well. */
    private boolean isSeen(FileStatus work) {
        try {
            return calls.statx(AT_FDCWD, workDirectory, 0).isSameFileAs(work);
        } catch (SystemCallException gone) {
            return false;
        }
    }

    private void makeMountPoints(Mounts mounts, LayoutPlan layout, SourceTrees sources, OwnMounts own, Descriptors open)
            throws LayoutRefusedException {
        Seals seals = new Seals(mounts, own);
        MountPoints points = new MountPoints(calls, mounts, own, new Scaffold(calls, mounts, own, seals, open), true);
        points.makeTopmost(layout.mounts(), sources);
        seals.close();
    }
}
