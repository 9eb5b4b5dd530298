package org.isolatedmounts;

/**
 * An option of a single mount, in the words of mount(8). What is not named stays as it is: a tmpfs is {@link #NOSUID} and
 * {@link #NODEV}, a bind mount has the options of its source. Whether a mount is read-only is an attribute of its own.
 *
 * <pre>{@code
 * @Test
 * @TmpfsMount(at = "/scripts", options = {MountOption.NOEXEC, MountOption.NOATIME})
 * void runsNoProgramFromThere() throws IOException {
 *     Path program = Files.copy(Path.of("/bin/true"), Path.of("/scripts/true"));
 *     assertThrows(IOException.class, () -> new ProcessBuilder(program.toString()).start());
 * }
 * }</pre>
 *
 * <p>What an ordinary user binds keeps the restrictions of its source: the kernel locks them, and lifting one fails with
 * {@code EPERM} (mount_namespaces(7)).
 */
public enum MountOption {
    /** Programs can be executed from the mount. */
    EXEC,
    /** No program can be executed from the mount: execve(2) fails with {@code EACCES}. */
    NOEXEC,
    /**
     * Set-user-ID and set-group-ID bits take effect. The test and its children do not gain privileges by execve(2) in any
     * case ({@code no_new_privs} in prctl(2)); this is for tests of what reads the option.
     */
    SUID,
    /** Set-user-ID and set-group-ID bits, and file capabilities, have no effect. */
    NOSUID,
    /** Device files can be opened; in the user namespace of an ordinary user the kernel lets nobody do so in any case. */
    DEV,
    /** Opening a device file fails with {@code EACCES}. */
    NODEV,
    /** Symbolic links on the mount are followed. */
    SYMFOLLOW,
    /** Following a symbolic link on the mount fails with {@code ELOOP}. Needs Linux 5.14. */
    NOSYMFOLLOW,
    /** Reading a file updates its access time if that is older than its modification time, or than a day. */
    RELATIME,
    /** Reading never updates access times. */
    NOATIME,
    /** Reading always updates access times. */
    STRICTATIME,
    /** Access times of directories are updated, too. */
    DIRATIME,
    /** Access times of directories are never updated. */
    NODIRATIME
}
