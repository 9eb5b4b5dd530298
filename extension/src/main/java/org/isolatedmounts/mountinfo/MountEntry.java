package org.isolatedmounts.mountinfo;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One mount: a line of proc_pid_mountinfo(5), with the kernel's octal escapes resolved. Numbers are those of the moment
 * of reading: the kernel uses a mount id again once its mount is gone.
 *
 * @param mountId identifies the mount as long as it exists
 * @param parentId the id of the mount on which this one is mounted; need not be in the table: the parent may lie outside
 *     the root directory of the process, and the root of a mount namespace may name itself
 * @param device the device number of the filesystem
 * @param root the directory or file of the filesystem that is seen at the mount point: {@code /}, or another one for a
 *     bind mount; ends with {@code //deleted} where that has been deleted since
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

    /**
     * Makes an entry.
     *
     * @throws NullPointerException where an argument or an element of a list is null
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

    MountEntry withoutIds() {
        return new MountEntry(
                0, 0, device, root, mountPoint, mountOptions, propagation, fileSystemType, source, superOptions);
    }
}
