package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mounts a new, empty tmpfs(5) for a test, or for every test of a class. A declared mount isolates the test as {@link
 * IsolatedMounts @IsolatedMounts} does.
 *
 * <p>Its root directory belongs to the user who runs the test.
 *
 * <pre>{@code
 * @Test
 * @TmpfsMount(at = "/data", size = "1m")
 * void saysThatTheDiskIsFull() {
 *     Path file = Path.of("/data/file");
 *     assertThrows(IOException.class, () -> Files.write(file, new byte[2 * 1024 * 1024]));
 * }
 * }</pre>
 *
 * @see BindMount
 * @see <a href="https://man7.org/linux/man-pages/man5/tmpfs.5.html">tmpfs(5)</a>
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(TmpfsMounts.class)
@IsolatedMounts
public @interface TmpfsMount {

    /** The default of {@link #size()}: enough for most tests, too little to fill the machine's memory. */
    String DEFAULT_SIZE = "64m";

    /** The default of {@link #inodes()}. */
    long DEFAULT_INODES = 65_536;

    /** The default of {@link #mode()}, which is also tmpfs(5)'s: everybody may write, as in {@code /tmp}. */
    String DEFAULT_MODE = "1777";

    /**
     * The mount point: an absolute path. If it does not exist on the host, it is made in the test's namespace only;
     * {@code /} and {@code /proc} are refused. Symbolic links are followed, as by mount(2). <code>${user.home}</code> and the
     * like stand for configuration parameters of JUnit, hence for system properties too; <code>${basedir}</code> is always
     * known, as the directory of the project; {@code $$} is a dollar.
     *
     * @return the mount point
     */
    String at();

    /**
     * The most that the files may take, as in tmpfs(5): a number of bytes with the suffix {@code k}, {@code m} or
     * {@code g} for KiB, MiB, GiB or none, or a percentage of the physical memory, {@code "10%"}. The kernel rounds it
     * up to whole pages (4 KiB on most machines).
     *
     * @return by default {@value #DEFAULT_SIZE}
     */
    String size() default DEFAULT_SIZE;

    /**
     * The most inodes, as {@code nr_inodes} in tmpfs(5): files, directories and symbolic links, the root directory of
     * the mount included, and the mount points of other mounts in it. If none is left for one of these, it gets one more.
     *
     * @return by default {@value #DEFAULT_INODES}
     */
    long inodes() default DEFAULT_INODES;

    /**
     * The permissions of the root directory, in octal. Root writes whatever they are.
     *
     * @return by default {@value #DEFAULT_MODE}
     */
    String mode() default DEFAULT_MODE;

    /**
     * Whom the root directory belongs to, as chown(1) takes it: {@code "user"}, {@code "user:group"} or {@code ":group"}, names
     * of {@code /etc/passwd} and {@code /etc/group} or numbers. An ordinary user can only name himself: his namespace has no
     * other ids.
     *
     * @return by default {@code ""}, which means who runs the test
     */
    String owner() default "";

    /**
     * How much is left of {@link #size()}, as if other files took the rest: {@code "0"} makes a full disk, on which an empty
     * file can still be made and not a byte be written ({@code ENOSPC}). Bytes as for {@code size}, but no percentage; the kernel
     * counts in pages, so the rest is rounded down to whole ones. What takes the room is a file that no directory shows; it
     * takes that memory for as long as the test runs, and an inode besides {@link #inodes()}.
     *
     * @return by default {@code ""}, which means all
     */
    String free() default "";

    /**
     * What the file system begins with: the files of a directory or of an archive (zip or jar), of the host or, after {@code
     * classpath:}, of the class path, such as {@code "src/test/resources/store"} or {@code "classpath:/store"}. They are copied,
     * so the test can change them; permissions, times and symbolic links come along, but for an archive, whose files have mode 644 and
     * directories 755. The owner is {@link #owner()}. They must fit
     * into {@link #size()}. A relative path starts at the project, as that of {@link BindMount#source()}.
     *
     * @return by default {@code ""}, which means nothing
     */
    String copyOf() default "";

    /**
     * Further options of tmpfs(5) that have no attribute here, such as {@code "huge=always"} or {@code "noswap"}. What the
     * kernel of the machine does not know, it refuses, and says so.
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
