package org.isolatedmounts.mountinfo;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One mount: a line of proc_pid_mountinfo(5), with the kernel's octal escapes resolved. Numbers are those of the moment
 * of reading: the kernel uses a mount id again once its mount is gone.
 *
 * @param mountId identifies the mount as long as it exists
 * @param parentId the id of the mount on which this one is mounted; need not be in the table: the parent may lie outside
 *     the root directory of the process, and the root of a mount namespace may name itself
 * @param device the device number of the filesystem
 * @param root the directory or file of the filesystem that is seen at the mount point: {@code /}, or another one for a
 *     bind mount; ends with {@code //deleted} if that has been deleted since, {@link #isRootDeleted}
 * @param mountPoint absolute, relative to the root directory of the process
 * @param mountOptions the options of this mount, such as {@code ro} and {@code nosuid}; see mount(2)
 * @param propagation what the optional fields say
 * @param fileSystemType such as {@code tmpfs}, or with a subtype {@code fuse.sshfs}
 * @param source what the filesystem calls its source, such as {@code /dev/sda1} or {@code tmpfs}; may be empty
 * @param superOptions the options of the filesystem, common to all its mounts, such as {@code rw} and {@code size=64k}
 */
public record MountEntry(
        int mountId,
        int parentId,
        DeviceNumber device,
        String root,
        String mountPoint,
        List<String> mountOptions,
        MountPropagation propagation,
        String fileSystemType,
        String source,
        List<String> superOptions) {

    static final String DELETED = "//deleted";

    /**
     * Makes an entry.
     *
     * @throws NullPointerException if an argument or an element of a list is null
     */
    public MountEntry {
        requireNonNull(device, "device");
        requireNonNull(root, "root");
        requireNonNull(mountPoint, "mountPoint");
        requireNonNull(propagation, "propagation");
        requireNonNull(fileSystemType, "fileSystemType");
        requireNonNull(source, "source");
        mountOptions = List.copyOf(mountOptions);
        superOptions = List.copyOf(superOptions);
    }

    /**
     * Whether nothing can be written: because of this mount's own options, or its filesystem's.
     *
     * @return whether the mount options or the super options contain {@code ro}
     */
    public boolean isReadOnly() {
        return mountOptions.contains("ro") || superOptions.contains("ro");
    }

    /**
     * Whether the directory or file that is seen at the mount point has been deleted.
     *
     * @return whether the root ends with {@code //deleted}
     */
    public boolean isRootDeleted() {
        return root.endsWith(DELETED);
    }

    /**
     * The value of an option of the filesystem, such as {@code size}.
     *
     * @param name what stands before the first equals sign
     * @return what stands after it; empty if there is no such option, or it has no value
     */
    public Optional<String> superOption(String name) {
        String start = name + "=";
        return superOptions.stream()
                .filter(option -> option.startsWith(start))
                .map(option -> option.substring(start.length()))
                .findFirst();
    }

    /**
     * For people: the mount in one line, as a {@link MountTree} draws it.
     *
     * @return mount point, filesystem type, source with root, mount options, propagation
     */
    public String summary() {
        return MountText.summary(this);
    }

    /**
     * As proc_pid_mountinfo(5) writes it.
     *
     * @return the line, escapes included, without the newline
     */
    @Override
    public String toString() {
        String fields = propagation.optionalFields();
        return mountId + " " + parentId + " " + device + " "
                + OctalEscapes.escape(root, OctalEscapes.IN_PATHS) + " "
                + OctalEscapes.escape(mountPoint, OctalEscapes.IN_PATHS) + " "
                + OctalEscapes.escapeOptions(mountOptions) + " "
                + (fields.isEmpty() ? "" : fields + " ") + "- "
                + OctalEscapes.escape(fileSystemType, OctalEscapes.IN_NAMES) + " "
                + OctalEscapes.escape(source, OctalEscapes.IN_NAMES) + " "
                + OctalEscapes.escapeOptions(superOptions);
    }

    MountEntry withoutIds() {
        return new MountEntry(
                0, 0, device, root, mountPoint, mountOptions, propagation, fileSystemType, source, superOptions);
    }
}
