package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A file with this content, for a test or for every test of a class; what the host has at that path is neither read nor
 * written. A declared mount isolates the test as {@link IsolatedMounts @IsolatedMounts} does.
 *
 * <p>The file is mounted over the path. So the test can read and write it, but not rename, replace or delete it ({@code EBUSY}):
 * for a directory in which files are replaced, mount a {@link TmpfsMount @TmpfsMount} and let the test make them.
 *
 * <pre>{@code
 * @Test
 * @FileContent(at = "/etc/app/app.properties", text = "port=8080\n")
 * void readsItsConfiguration() throws IOException {
 *     assertEquals("port=8080\n", Files.readString(Path.of("/etc/app/app.properties")));
 * }
 * }</pre>
 *
 * @see BindMount
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(FileContents.class)
@IsolatedMounts
public @interface FileContent {

    /** The default of {@link #mode()}. */
    String DEFAULT_MODE = "0644";

    /**
     * The path of the file: absolute, and of a file or of nothing on the host. What is missing is made in the test's namespace
     * only; {@code /} and {@code /proc} are refused. Symbolic links are followed, as by mount(2). Placeholders are those of
     * {@link TmpfsMount#at()}.
     *
     * @return the path
     */
    String at();

    /**
     * The content, in UTF-8.
     *
     * @return by default {@code ""}, an empty file
     */
    String text() default "";

    /**
     * In place of {@link #text()}: where the content is copied from. The path of a file of the host, with placeholders, a relative
     * one starting at the directory of the project as for {@link BindMount#source()}; or {@code "classpath:/x"}, a resource as
     * the class loader of the test finds it. It is read before the fork starts, and must have at most 4 MiB.
     *
     * @return by default {@code ""}, which means {@code text}
     */
    String copyOf() default "";

    /**
     * The permissions of the file, in octal. Root reads and writes whatever they are.
     *
     * @return by default {@value #DEFAULT_MODE}
     */
    String mode() default DEFAULT_MODE;

    /**
     * Whom the file belongs to, as {@link TmpfsMount#owner()}.
     *
     * @return by default {@code ""}, which means who runs the test
     */
    String owner() default "";

    /**
     * Whether the file cannot be written; writing fails with {@code EROFS}, for root too.
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
