package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a directory or a single file of the host visible at a second place ({@code MS_BIND} in mount(2)), for a test or
 * for every test of a class. A declared mount isolates the test as {@link IsolatedMounts @IsolatedMounts} does.
 *
 * <p>Nothing can be written through the mount, unless {@link #readOnly()} is {@code false}: then what the test writes
 * there, it writes into the host's own files.
 *
 * <pre>{@code
 * @Test
 * @BindMount(source = "src/test/resources/app.properties", at = "/etc/app/app.properties")
 * void readsItsConfiguration() throws IOException {
 *     assertTrue(Files.readString(Path.of("/etc/app/app.properties")).contains("port="));
 * }
 * }</pre>
 *
 * @see TmpfsMount
 * @see <a href="https://man7.org/linux/man-pages/man2/mount.2.html">mount(2)</a>
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(BindMounts.class)
@IsolatedMounts
public @interface BindMount {

    /**
     * The mount source: a directory or a file as the host sees it, even if another mount of the test covers it; or, after
     * {@code layout:}, what the mounts of the test have at that path, such as {@code "layout:/data"}; or, after {@code
     * classpath:}, a directory of the class path, or a file of at most 4 MiB, which is copied, as what a test writes must not reach the output of the
     * build. A relative
     * path starts at the directory of the project: at the system property {@code basedir}, which Maven sets, or else at the
     * working directory. <code>${user.home}</code> and the like stand for configuration parameters of JUnit, hence for
     * system properties too; {@code $$} is a dollar.
     *
     * @return the mount source
     */
    String source();

    /**
     * The mount point: an absolute path, a directory for a directory and a file for a file. If it does not exist on the
     * host, it is made in the test's namespace only; {@code /}, {@code /proc} and what belongs to single processes are refused.
     * Symbolic links are followed, as by mount(2). Placeholders are those of
     * {@link #source()}.
     *
     * @return the mount point
     */
    String at();

    /**
     * Whether nothing can be written through this mount; writing fails with {@code EROFS}, for root too. Holds for the
     * submounts of a {@link #recursive()} mount as well, but not for what reaches it later by {@link #propagation()}. With
     * {@code false} the test changes the files of the host, and they stay changed. What is read-only in the layout stays so if
     * {@link #source()} is {@code layout:}.
     *
     * @return by default {@code true}
     */
    boolean readOnly() default true;

    /**
     * Whether what is mounted below the source comes along ({@code MS_REC} in mount(2)). An ordinary user cannot leave
     * the submounts of a host directory behind: the kernel refuses that with {@code EINVAL} (mount_namespaces(7)).
     *
     * @return by default {@code true}
     */
    boolean recursive() default true;

    /**
     * Whether a source that does not exist ({@code ENOENT}) means that nothing is mounted, instead of an error. A mount that an
     * outer class declares at the same mount point stays replaced.
     *
     * @return by default {@code false}
     */
    boolean optional() default false;

    /**
     * Options of the mount, such as {@link MountOption#NOEXEC}; they hold for the submounts of a {@link #recursive()} mount
     * as well.
     *
     * @return by default none, which leaves the options of the source
     */
    MountOption[] options() default {};

    /**
     * Whether what is mounted on this mount appears on others, and the reverse. The submounts of a {@link #recursive()}
     * mount get the same propagation type. {@link Propagation#SLAVE} needs a source that is on a shared mount.
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
