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
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(BindMounts.class)
@IsolatedMounts
public @interface BindMount {

    /**
     * The mount source: a directory or a file as the host sees it, even where another mount of the test covers it. A
     * relative path is resolved against the working directory, which for Maven is the directory of the project.
     *
     * @return the mount source
     */
    String source();

    /**
     * The mount point: an absolute path, a directory for a directory and a file for a file. Where it does not exist on
     * the host, it is made in the test's namespace only.
     *
     * @return the mount point
     */
    String at();

    /**
     * Whether nothing can be written through this mount; writing fails with {@code EROFS}, for root too. Holds for the
     * submounts of a {@link #recursive()} mount as well. With {@code false} the test changes the files of the host, and
     * they stay changed.
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
     * Options of the mount, such as {@link MountOption#NOEXEC}; they hold for the submounts of a {@link #recursive()} mount
     * as well.
     *
     * @return by default none, which leaves those of the source
     */
    MountOption[] options() default {};
}
