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
 * <p>An {@link OverlayMount @OverlayMount} of a directory above takes no mounts along, and so shows what is masked.
 *
 * <p>stat(2) tells of a masked file that it is a device without permissions. For a file that is empty or missing, there are
 * {@link FileContent @FileContent} and {@link TmpfsMount @TmpfsMount}. An ordinary user does not reach what is mounted below a
 * masked directory, hence neither the JDK, the class path nor the working directory may lie there.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@IsolatedMounts
public @interface MaskedPath {

    /**
     * The paths, each as {@link BindMount#at()}; at least one. They must exist, on the host or in a mount that lies above them.
     * A mount that an outer class declares at the same path is replaced.
     *
     * @return the paths
     */
    String[] value();
}
