package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A directory that the test can change as it likes while nothing of that reaches the host: a copy on write, for a test or for
 * every test of a class. A declared mount isolates the test as {@link IsolatedMounts @IsolatedMounts} does.
 *
 * <p>It is an overlay of one or more directories. What the test writes, renames or deletes there is seen by the test alone, lies in
 * memory, and is thrown away with the fork.
 *
 * <pre>{@code
 * @Test
 * @OverlayMount(at = "/var/lib/store", lower = "src/test/resources/store")
 * void removesWhatIsOld() throws IOException {
 *     Files.delete(Path.of("/var/lib/store/old"));
 *     assertFalse(Files.exists(Path.of("/var/lib/store/old")));
 * }
 * }</pre>
 *
 * <p>What is written takes memory, up to half of the machine's. An overlay can show another one, but no third.
 *
 * <p>Where an overlay differs from a directory: what is mounted below {@link #lower()} is not part of it, and if there is such a
 * mount of the host an ordinary user cannot have the overlay at all ({@code EINVAL}); sockets and FIFOs of the host cannot be talked to; what
 * the host changes meanwhile may or may not be seen. To an ordinary user the directory at {@link #at()} itself belongs, whoever owns it on
 * the host, so that he can add, replace and delete entries there. Below it he can change his own files and no others: where the host
 * would let him, as in a directory that everybody may write, the overlay answers {@code EOVERFLOW} if the owner or the group is not
 * his. Renaming a directory that comes from {@code lower} fails with {@code EXDEV}.
 *
 * @see <a href="https://docs.kernel.org/filesystems/overlayfs.html">overlayfs</a>
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(OverlayMounts.class)
@IsolatedMounts
public @interface OverlayMount {

    /**
     * The mount point: an absolute path of a directory. If it does not exist on the host, it is made in the test's namespace only,
     * and {@link #lower()} must be given; {@code /} and {@code /proc} are refused. Symbolic links are followed, as by mount(2).
     * Placeholders are those of {@link TmpfsMount#at()}.
     *
     * @return the mount point
     */
    String at();

    /**
     * The directories that show through, the topmost first, at most 80: paths of the host, of the layout, or of the class path if it is in
     * no jar, as {@link BindMount#source()}.
     *
     * @return by default none, which means what is at {@link #at()}
     */
    String[] lower() default {};

    /**
     * Whether nothing can be written; writing fails with {@code EROFS}, for root too.
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
     * Further options of the file system, one in each string, such as {@code "index=off"}; where writes go cannot be said. If
     * they say nothing of it, {@code xino=on} is used, and {@code redirect_dir=on} as root, {@code userxattr} as an ordinary user.
     *
     * @return by default none
     */
    String[] superOptions() default {};

    /**
     * Whether a symbolic link at the mount point is followed, as mount(2) does. With {@code false} it is replaced in the test's
     * namespace, wherever it leads and even if that does not exist. Links on the way to the mount point are always followed.
     *
     * @return by default {@code true}
     */
    boolean followLinks() default true;
}
