package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mounts a file system image, such as one that mksquashfs(1), mkfs.erofs(1) or mkfs.ext4(8) has made, for a test or for every
 * test of a class. A declared mount isolates the test as {@link IsolatedMounts @IsolatedMounts} does.
 *
 * <p>The test cannot change the image; nothing else must change it while the test runs. Unless {@link #readOnly()} is {@code false} nothing can be written; then the test writes to a copy in
 * memory, which goes with the fork, as the loop device (loop(4)) does.
 *
 * <p>It takes root outside of user namespaces: for an ordinary user the kernel mounts no file system that has a disk. He can unpack
 * the image before the run, and use {@link OverlayMount @OverlayMount}.
 *
 * <pre>{@code
 * @ImageMount(source = "target/app.squashfs", at = "/opt/app")
 * class ImageTest {
 *
 *     @Test
 *     void hasItsProgram() {
 *         assertTrue(Files.isExecutable(Path.of("/opt/app/bin/app")));
 *     }
 * }
 * }</pre>
 *
 * @see <a href="https://man7.org/linux/man-pages/man4/loop.4.html">loop(4)</a>
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(ImageMounts.class)
@IsolatedMounts
public @interface ImageMount {

    /**
     * The image: a file of the host. A relative path starts at the project, placeholders are those of {@link
     * BindMount#source()}.
     *
     * @return the path of the image
     */
    String source();

    /**
     * The mount point, as {@link TmpfsMount#at()}.
     *
     * @return the mount point
     */
    String at();

    /**
     * The type of the file system.
     *
     * @return by default {@code ""}: squashfs, erofs, ext4 (for ext2 and ext3, too), xfs, btrfs and iso9660 are recognised by their
     *     superblocks
     */
    String type() default "";

    /**
     * Further options of the file system, one in each string, such as {@code "norecovery"}.
     *
     * @return by default none
     */
    String[] superOptions() default {};

    /**
     * Whether nothing can be written; writing fails with {@code EROFS}, for root too. If it can, it is to a copy of the image, which
     * must be of a type that can be written at all.
     *
     * @return by default {@code true}
     */
    boolean readOnly() default true;

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
