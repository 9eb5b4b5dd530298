package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Directories or files that can be neither read nor written, by root either: a file cannot be opened ({@code EACCES}), a
 * directory is empty and read-only, and has no permissions, so that an ordinary user cannot even list it ({@code EACCES}). What
 * the host has there stays as it is.
 *
 * <pre>{@code
 * @Test
 * @MaskedPath("/etc/passwd")
 * void saysThatItMayNotRead() {
 *     assertThrows(AccessDeniedException.class, () -> Files.readString(Path.of("/etc/passwd")));
 * }
 * }</pre>
 *
 * <p>stat(2) tells of a masked file that it is a device without permissions. For a file that is empty or missing, there are
 * {@link FileContent @FileContent} and {@link TmpfsMount @TmpfsMount}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@IsolatedMounts
public @interface MaskedPath {

    /**
     * The paths, each as {@link BindMount#at()}; at least one. They must exist, on the host or in another mount of the test.
     *
     * @return the paths
     */
    String[] value();
}
