package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A directory on a disk that has space, but no inode left: no file, directory or link can be made, with {@code ENOSPC}. Short
 * for {@link TmpfsMount @TmpfsMount}{@code (at = ..., inodes = 1)}. What is
 * mounted below it, and the class path and the JDK, stay there.
 *
 * <pre>{@code
 * @Test
 * @OutOfInodes("/var/spool/app")
 * void saysThatThereAreTooManyFiles() {
 *     assertThrows(IOException.class, () -> Files.createFile(Path.of("/var/spool/app/job")));
 * }
 * }</pre>
 *
 * @see FullDisk
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@IsolatedMounts
public @interface OutOfInodes {

    /**
     * The mount point, as {@link TmpfsMount#at()}.
     *
     * @return the mount point
     */
    String value();
}
