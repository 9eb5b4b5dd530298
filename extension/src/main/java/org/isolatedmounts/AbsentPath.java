package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Directories, files or symbolic links that the test does not find ({@code ENOENT}), whether the host has them or not. What the host
 * has there stays as it is.
 *
 * <pre>{@code
 * @Test
 * @AbsentPath("/etc/hostname")
 * void worksWithoutAHostName() {
 *     assertFalse(Files.exists(Path.of("/etc/hostname")));
 * }
 * }</pre>
 *
 * <p>In a new file system of the test (a tmpfs, a disk), which has only copies, the path is removed. Elsewhere the directory around
 * the path becomes a tmpfs into which its other entries are bound back, as for a mount point that the host lacks: what is created
 * there goes with the test, and other entries cannot be renamed or deleted ({@code EBUSY}). The path must not lie in a file system
 * that the test itself declares read-only, such as an overlay; a read-only bind is none.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@IsolatedMounts
public @interface AbsentPath {

    /**
     * The paths, each absolute as {@link BindMount#at()}; at least one. A symbolic link is taken away itself. No mount of the test
     * may lie below them, nor what its JVM reads.
     *
     * @return the paths
     */
    String[] value();
}
