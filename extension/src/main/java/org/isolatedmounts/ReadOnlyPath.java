package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Directories or files that cannot be written, whoever owns them: writing fails with {@code EROFS}, for root too. Mounts that are
 * declared below them stay as they are declared. Short for a read-only {@link BindMount @BindMount} of each path onto itself.
 *
 * <pre>{@code
 * @Test
 * @ReadOnlyPath("/var/tmp")
 * void reportsThatItCannotWrite() {
 *     assertThrows(FileSystemException.class, () -> Files.createFile(Path.of("/var/tmp/file")));
 * }
 * }</pre>
 *
 * @see WritablePath
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@IsolatedMounts
public @interface ReadOnlyPath {

    /**
     * The paths, each as {@link BindMount#at()}; at least one. They must exist, on the host or in a mount that lies above
     * them. A mount that an outer class declares at the same path is replaced, and what the host has there is shown: that one has an
     * attribute {@code readOnly}.
     *
     * @return the paths
     */
    String[] value();
}
