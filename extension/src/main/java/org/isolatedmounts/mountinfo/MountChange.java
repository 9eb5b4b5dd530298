package org.isolatedmounts.mountinfo;

/** One difference between two tables; see {@link MountTableDiff}. The text of each begins with what happened. */
public sealed interface MountChange {

    /**
     * The mount that changed.
     *
     * @return the mount as it is after the change; for one that was unmounted, as it was
     */
    MountEntry mount();

    /**
     * A mount that was not there before.
     *
     * @param mount the mount
     */
    record Mounted(MountEntry mount) implements MountChange {

        @Override
        public String toString() {
            return "mounted      " + MountText.summary(mount);
        }
    }

    /**
     * A mount that is no longer there.
     *
     * @param mount the mount as it was
     */
    record Unmounted(MountEntry mount) implements MountChange {

        @Override
        public String toString() {
            return "unmounted    " + MountText.summary(mount);
        }
    }

    /**
     * A mount that is attached at another place: by {@code MS_MOVE}, by moving a mount above it, by renaming the
     * directory that it is mounted on, or onto another parent mount at the same mount point.
     *
     * @param before the mount as it was
     * @param mount the mount as it is
     */
    record Moved(MountEntry before, MountEntry mount) implements MountChange {

        @Override
        public String toString() {
            return "moved        " + MountText.path(mount.mountPoint()) + "  from "
                    + MountText.path(before.mountPoint());
        }
    }

    /**
     * A mount whose own options, or its filesystem's, have changed.
     *
     * @param before the mount as it was
     * @param mount the mount as it is
     */
    record Remounted(MountEntry before, MountEntry mount) implements MountChange {

        @Override
        public String toString() {
            return "remounted    " + MountText.path(mount.mountPoint()) + "  "
                    + MountText.options(before.mountOptions(), mount.mountOptions())
                    + (before.superOptions().equals(mount.superOptions())
                            ? ""
                            : "  filesystem: " + MountText.options(before.superOptions(), mount.superOptions()));
        }
    }

    /**
     * A mount whose propagation is another.
     *
     * @param before the mount as it was
     * @param mount the mount as it is
     */
    record PropagationChanged(MountEntry before, MountEntry mount) implements MountChange {

        @Override
        public String toString() {
            return "propagation  " + MountText.path(mount.mountPoint()) + "  from " + MountText.propagation(before)
                    + " to " + MountText.propagation(mount);
        }
    }

    /**
     * A mount of a directory or file that has been deleted since.
     *
     * @param before the mount as it was
     * @param mount the mount as it is
     */
    record RootDeleted(MountEntry before, MountEntry mount) implements MountChange {

        @Override
        public String toString() {
            return "root deleted " + MountText.summary(mount);
        }
    }
}
