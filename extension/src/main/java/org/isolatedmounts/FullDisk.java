package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A directory on a disk that is full: writing a byte fails with {@code ENOSPC}, while an empty file can still be made. Short
 * for {@link TmpfsMount @TmpfsMount}{@code (at = ..., size = "1m", free = "0")}.
 *
 * <pre>{@code
 * @Test
 * @FullDisk("/var/spool/app")
 * void keepsTheJobWhenTheDiskIsFull() throws IOException {
 *     Path file = Files.createFile(Path.of("/var/spool/app/job"));
 *     assertThrows(IOException.class, () -> Files.write(file, new byte[1]));
 * }
 * }</pre>
 *
 * @see OutOfInodes
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@IsolatedMounts
public @interface FullDisk {

    /**
     * The mount point, as {@link TmpfsMount#at()}.
     *
     * @return the mount point
     */
    String value();
}
