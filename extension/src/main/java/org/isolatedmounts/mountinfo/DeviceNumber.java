package org.isolatedmounts.mountinfo;

/**
 * The device number of a filesystem, {@code st_dev} of the files on it; see stat(2), makedev(3). Filesystems without a
 * block device have one of major number 0 that the kernel picks for each of them.
 *
 * @param major the major number
 * @param minor the minor number
 */
public record DeviceNumber(int major, int minor) {

    /**
     * As proc_pid_mountinfo(5) writes it.
     *
     * @return {@code major:minor}, both decimal
     */
    @Override
    public String toString() {
        return major + ":" + minor;
    }
}
