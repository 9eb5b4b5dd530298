package org.isolatedmounts.internal.supervisor.laying;

import static org.isolatedmounts.internal.linux.Flags.AT_EMPTY_PATH;
import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;
import static org.isolatedmounts.internal.linux.Flags.AT_REMOVEDIR;
import static org.isolatedmounts.internal.linux.Flags.O_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.O_CREAT;
import static org.isolatedmounts.internal.linux.Flags.O_EXCL;
import static org.isolatedmounts.internal.linux.Flags.O_RDONLY;
import static org.isolatedmounts.internal.linux.Flags.O_RDWR;

import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.DiskContent;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.internal.supervisor.laying.mount.Descriptors;
import org.isolatedmounts.internal.supervisor.laying.mount.LoopDevices;
import org.isolatedmounts.internal.supervisor.laying.mount.Mounts;
import org.isolatedmounts.internal.supervisor.laying.mount.Ownership;

/**
 * The file systems on loop devices. They are made in the namespace of the supervisor, where programs can be run; a mount that is
 * attached nowhere can be attached in another namespace.
 */
final class Disks {

    private static final String FILE = "disk";

    /** What a tmpfs needs besides the disk that it holds. */
    private static final long OVERHEAD = 1 << 20;

    private final SystemCalls calls;
    private final Mounts mounts;
    private final LoopDevices loopDevices;
    private final Descriptors open;
    private final IdentityHashMap<Tree.Disk, Integer> made = new IdentityHashMap<>();

    /**
     * Makes those of a layout.
     *
     * @param workDirectory where something can be mounted for a moment
     * @param open keeps the mounts
     */
    Disks(SystemCalls calls, Mounts mounts, LayoutPlan layout, String workDirectory, Descriptors open)
            throws LayoutRefusedException {
        this.calls = calls;
        this.mounts = mounts;
        this.loopDevices = new LoopDevices(calls);
        this.open = open;
        for (MountPlan plan : layout.mounts()) {
            if (plan.tree() instanceof Tree.Disk disk) {
                made.put(disk, make(plan, disk, workDirectory));
            }
        }
    }

    /** The mount, attached nowhere. */
    int mountOf(Tree.Disk disk) {
        return Objects.requireNonNull(made.get(disk));
    }

    private int make(MountPlan plan, Tree.Disk disk, String workDirectory) throws LayoutRefusedException {
        try (Descriptors meanwhile = new Descriptors(calls)) {
            if (disk.content() instanceof DiskContent.Made content) {
                int place = meanwhile.keep(place(content.size()));
                int file = meanwhile.keep(newFile(place));
                calls.ftruncate(file, content.size());
                makeFileSystem(plan, content, place, workDirectory);
                int mount = mount(plan, disk, file, false, meanwhile);
                prepareRoot(mount, content);
                mounts.log().madeDisk(mount, place, disk);
                if (content.content() != null) {
                    FilledTrees.fill(mounts, mount, plan, content.content(), content.mode());
                }
                return mount;
            }
            DiskContent.Image image = (DiskContent.Image) disk.content();
            int original = meanwhile.keep(calls.openat(AT_FDCWD, image.file(), O_RDONLY | O_CLOEXEC, 0));
            if (!image.copied()) {
                int mount = mount(plan, disk, original, true, meanwhile);
                mounts.makeReadOnly(mount, false);
                mounts.log().madeDisk(mount, disk);
                return mount;
            }
            long size = Path.of(image.file()).toFile().length();
            int place = meanwhile.keep(place(size));
            int file = meanwhile.keep(newFile(place));
            calls.copyFile(original, file);
            int mount = mount(plan, disk, file, false, meanwhile);
            mounts.log().madeDisk(mount, place, disk);
            return mount;
        } catch (SystemCallException e) {
            throw new LayoutRefusedException(plan, e);
        }
    }

    private int place(long size) {
        return mounts.make(
                new Tree.FileSystem("tmpfs", Mounts.OWN, Map.of("size", Long.toString(size + OVERHEAD), "mode", "700")),
                List.of());
    }

    private int newFile(int place) {
        return calls.openat(place, FILE, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    }

    /** Programs know paths and no descriptors, so the disk has one for that long. */
    private void makeFileSystem(MountPlan plan, DiskContent.Made content, int place, String workDirectory)
            throws LayoutRefusedException {
        String directory = workDirectory + "/disk-" + Thread.currentThread().getId();
        calls.mkdirat(AT_FDCWD, directory, 0700);
        try {
            ReadOnlyHost.inside(calls, plan, () -> {
                mounts.attach(place, directory);
                MkfsProgram.run(plan, content.mkfs(), directory + "/" + FILE);
            });
        } finally {
            calls.unlinkat(AT_FDCWD, directory, AT_REMOVEDIR);
        }
    }

    private int mount(MountPlan plan, Tree.Disk disk, int file, boolean readOnly, Descriptors meanwhile) {
        String device = loopDevices.take(file, readOnly, plan.mountPoint(), meanwhile);
        Map<String, String> parameters = new LinkedHashMap<>();
        if (readOnly) {
            parameters.put("ro", "");
        }
        parameters.putAll(disk.parameters());
        return open.keep(mounts.make(new Tree.FileSystem(disk.type(), device, parameters), plan.options()));
    }

    /** As the root directory of a tmpfs. */
    private void prepareRoot(int mount, DiskContent.Made content) {
        try {
            calls.unlinkat(mount, "lost+found", AT_REMOVEDIR);
        } catch (SystemCallException e) {
            if (!e.is(Errno.ENOENT)) {
                throw e;
            }
        }
        Ownership.give(calls, mount, "", content.owner(), AT_EMPTY_PATH);
        calls.fchmodat(mount, ".", Integer.parseInt(content.mode(), 8));
    }
}
