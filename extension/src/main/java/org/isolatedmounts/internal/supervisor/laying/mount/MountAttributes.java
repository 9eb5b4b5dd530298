package org.isolatedmounts.internal.supervisor.laying.mount;

import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_NOATIME;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_NODEV;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_NODIRATIME;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_NOEXEC;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_NOSUID;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_NOSYMFOLLOW;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_RDONLY;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_STRICTATIME;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR__ATIME;

import java.util.List;
import org.isolatedmounts.internal.plan.MountPlan;

/** Options of a mount in the words of mount(8), as mount_setattr(2) takes them. */
public record MountAttributes(long set, long clear) {

    public static MountAttributes of(List<String> options) {
        MountAttributes all = new MountAttributes(0, 0);
        for (String option : options) {
            MountAttributes one = of(option);
            all = new MountAttributes(all.set | one.set, all.clear | one.clear);
        }
        return all;
    }

    public static MountAttributes of(MountPlan plan) {
        MountAttributes options = of(plan.options());
        return plan.readOnly() ? new MountAttributes(options.set | MOUNT_ATTR_RDONLY, options.clear) : options;
    }

    private static MountAttributes of(String option) {
        return switch (option) {
            case "exec" -> new MountAttributes(0, MOUNT_ATTR_NOEXEC);
            case "noexec" -> new MountAttributes(MOUNT_ATTR_NOEXEC, 0);
            case "suid" -> new MountAttributes(0, MOUNT_ATTR_NOSUID);
            case "nosuid" -> new MountAttributes(MOUNT_ATTR_NOSUID, 0);
            case "dev" -> new MountAttributes(0, MOUNT_ATTR_NODEV);
            case "nodev" -> new MountAttributes(MOUNT_ATTR_NODEV, 0);
            case "symfollow" -> new MountAttributes(0, MOUNT_ATTR_NOSYMFOLLOW);
            case "nosymfollow" -> new MountAttributes(MOUNT_ATTR_NOSYMFOLLOW, 0);
            case "diratime" -> new MountAttributes(0, MOUNT_ATTR_NODIRATIME);
            case "nodiratime" -> new MountAttributes(MOUNT_ATTR_NODIRATIME, 0);
            // the three are one value of several bits, all of which are to be cleared for another one
            case "relatime" -> new MountAttributes(0, MOUNT_ATTR__ATIME);
            case "noatime" -> new MountAttributes(MOUNT_ATTR_NOATIME, MOUNT_ATTR__ATIME);
            case "strictatime" -> new MountAttributes(MOUNT_ATTR_STRICTATIME, MOUNT_ATTR__ATIME);
            default -> throw new IllegalArgumentException("no option of a mount: " + option);
        };
    }
}
