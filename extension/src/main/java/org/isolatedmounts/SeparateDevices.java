package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Directories on file systems of their own: renaming and linking a file from one to another fails with {@code EXDEV}. Short for a
 * {@link TmpfsMount @TmpfsMount} at each of them.
 *
 * <pre>{@code
 * @Test
 * @SeparateDevices({"/incoming", "/archive"})
 * void movesFilesToAnotherDisk() throws IOException {
 *     Path file = Files.createFile(Path.of("/incoming/file"));
 *     assertThrows(AtomicMoveNotSupportedException.class,
 *             () -> Files.move(file, Path.of("/archive/file"), StandardCopyOption.ATOMIC_MOVE));
 * }
 * }</pre>
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@IsolatedMounts
public @interface SeparateDevices {

    /**
     * The mount points, each as {@link TmpfsMount#at()}; at least one.
     *
     * @return the mount points
     */
    String[] value();
}
