package org.isolatedmounts.internal.supervisor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.plan.BindPlan;
import org.isolatedmounts.internal.plan.KeptPath;
import org.isolatedmounts.internal.plan.Layout;
import org.isolatedmounts.internal.plan.MountFlags;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.TmpfsPlan;

/**
 * What a test asks of the laboratory.
 *
 * @param script for sh(1), run when the layout is laid
 */
record Scenario(Layout layout, List<KeptPath> keptPaths, String workingDirectory, String script) {

    void write(DataOutputStream out) throws IOException {
        out.writeInt(layout.mounts().size());
        for (MountPlan plan : layout.mounts()) {
            out.writeBoolean(plan instanceof TmpfsPlan);
            out.writeUTF(plan.mountPoint());
            out.writeUTF(plan.declaredBy());
            if (plan instanceof TmpfsPlan tmpfs) {
                out.writeUTF(tmpfs.size());
                out.writeLong(tmpfs.inodes());
                out.writeUTF(tmpfs.mode());
                out.writeBoolean(tmpfs.flags().readOnly());
                out.writeBoolean(tmpfs.flags().exec());
                out.writeBoolean(tmpfs.flags().suid());
                out.writeBoolean(tmpfs.flags().dev());
            } else if (plan instanceof BindPlan bind) {
                out.writeUTF(bind.source());
                out.writeBoolean(bind.readOnly());
                out.writeBoolean(bind.recursive());
            }
        }
        out.writeInt(keptPaths.size());
        for (KeptPath kept : keptPaths) {
            out.writeUTF(kept.path());
            out.writeBoolean(kept.written());
        }
        out.writeUTF(workingDirectory);
        out.writeUTF(script);
        out.flush();
    }

    static Scenario read(DataInputStream in) throws IOException {
        List<MountPlan> plans = new ArrayList<>();
        int mounts = in.readInt();
        for (int i = 0; i < mounts; i++) {
            boolean tmpfs = in.readBoolean();
            String mountPoint = in.readUTF();
            String declaredBy = in.readUTF();
            plans.add(
                    tmpfs
                            ? new TmpfsPlan(
                                    mountPoint,
                                    in.readUTF(),
                                    in.readLong(),
                                    in.readUTF(),
                                    new MountFlags(
                                            in.readBoolean(), in.readBoolean(), in.readBoolean(), in.readBoolean()),
                                    declaredBy)
                            : new BindPlan(mountPoint, in.readUTF(), in.readBoolean(), in.readBoolean(), declaredBy));
        }
        List<KeptPath> keptPaths = new ArrayList<>();
        int kept = in.readInt();
        for (int i = 0; i < kept; i++) {
            keptPaths.add(new KeptPath(in.readUTF(), in.readBoolean()));
        }
        return new Scenario(new Layout(plans), keptPaths, in.readUTF(), in.readUTF());
    }
}
