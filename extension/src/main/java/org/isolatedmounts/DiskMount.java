package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a new file system on a disk of its own and mounts it, for a test or for every test of a class: real {@code ENOSPC},
 * fsync(2), {@code O_DIRECT}, and what else a tmpfs has not. A declared mount isolates the test as
 * {@link IsolatedMounts @IsolatedMounts} does.
 *
 * <p>The disk is a file in memory behind a loop device (loop(4)); both go with the fork, however it ends. The root directory
 * belongs to the user who runs the test and is empty, unless {@link #mkfsOptions()} fill it.
 *
 * <pre>{@code
 * @Test
 * @DiskMount(at = "/data", size = "16m")
 * void reachesTheDisk() throws IOException {
 *     try (FileOutputStream file = new FileOutputStream("/data/file")) {
 *         file.write(new byte[4096]);
 *         file.getFD().sync();
 *     }
 *     assertEquals("ext4", Files.getFileStore(Path.of("/data")).type());
 * }
 * }</pre>
 *
 * <p>It takes root outside of user namespaces: for an ordinary user the kernel mounts no file system that has a disk. He can use
 * {@link TmpfsMount @TmpfsMount}, which can be small or full, too.
 *
 * @see <a href="https://man7.org/linux/man-pages/man8/mkfs.8.html">mkfs(8)</a>
 * @see <a href="https://man7.org/linux/man-pages/man4/loop.4.html">loop(4)</a>
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(DiskMounts.class)
@IsolatedMounts
public @interface DiskMount {

    /** The default of {@link #type()}. */
    String DEFAULT_TYPE = "ext4";

    /** The default of {@link #size()}: a file system of any size is made in milliseconds, and takes memory as it fills. */
    String DEFAULT_SIZE = "64m";

    /** The default of {@link #mode()}, as of a {@link TmpfsMount}. */
    String DEFAULT_MODE = "1777";

    /**
     * The mount point, as {@link TmpfsMount#at()}.
     *
     * @return the mount point
     */
    String at();

    /**
     * The type of the file system, such as {@code "ext4"}, {@code "xfs"} or {@code "btrfs"}: one for which the machine has a
     * program {@code mkfs.<type>}, and the kernel a driver.
     *
     * @return by default {@value #DEFAULT_TYPE}
     */
    String type() default DEFAULT_TYPE;

    /**
     * The size of the disk: a number of bytes with the suffix {@code k}, {@code m} or {@code g} for KiB, MiB, GiB or none. The
     * file system itself takes a part of it. The least is 1 MiB for ext2, ext3 and ext4, 300 MiB for xfs, 109 MiB for btrfs.
     *
     * @return by default {@value #DEFAULT_SIZE}
     */
    String size() default DEFAULT_SIZE;

    /**
     * The permissions of the root directory, in octal. Root writes whatever they are.
     *
     * @return by default {@value #DEFAULT_MODE}
     */
    String mode() default DEFAULT_MODE;

    /**
     * Whom the root directory belongs to, as {@link TmpfsMount#owner()}.
     *
     * @return by default {@code ""}, which means who runs the test
     */
    String owner() default "";

    /**
     * How much is left of the room for files, as {@link TmpfsMount#free()}: {@code "0"} makes a full disk. File systems take room in
     * blocks, so it can be some blocks less; on a full xfs not even an empty file can be made.
     *
     * @return by default {@code ""}, which means all
     */
    String free() default "";

    /**
     * What the file system begins with, as {@link TmpfsMount#copyOf()}.
     *
     * @return by default {@code ""}, which means nothing
     */
    String copyOf() default "";

    /**
     * Further arguments of {@code mkfs.<type>}, one word in each string, such as {@code {"-b", "1024"}}. While it runs, nothing of
     * the host can be written. Placeholders are not replaced.
     *
     * @return by default none
     */
    String[] mkfsOptions() default {};

    /**
     * Further options of the file system, one in each string, such as {@code "errors=remount-ro"}; see ext4(5) and its like.
     *
     * @return by default none
     */
    String[] superOptions() default {};

    /**
     * Whether nothing can be written ({@code MS_RDONLY} in mount(2)); writing fails with {@code EROFS}, for root too.
     *
     * @return by default {@code false}
     */
    boolean readOnly() default false;

    /**
     * Options of the mount, such as {@link MountOption#NOEXEC}.
     *
     * @return by default none, which leaves {@link MountOption#NOSUID} and {@link MountOption#NODEV}
     */
    MountOption[] options() default {};

    /**
     * Whether what is mounted on this mount appears on others, and the reverse.
     *
     * @return by default {@link Propagation#PRIVATE}: no
     */
    Propagation propagation() default Propagation.PRIVATE;

    /**
     * Whether a symbolic link at the mount point is followed, as mount(2) does. With {@code false} it is replaced in the test's
     * namespace, wherever it leads and even if that does not exist. Links on the way to the mount point are always followed.
     *
     * @return by default {@code true}
     */
    boolean followLinks() default true;
}
