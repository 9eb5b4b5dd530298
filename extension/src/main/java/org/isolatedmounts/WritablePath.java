package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Directories or files of the host that stay the host's own, and can be written as there, within a mount of the test that covers
 * them or makes them read-only. <b>What the test writes there stays on the host.</b> Short for a writable {@link BindMount @BindMount}
 * of each path onto itself.
 *
 * <pre>{@code
 * @Test
 * @ReadOnlyPath("/var")
 * @WritablePath("/var/tmp")
 * void writesNowhereElse() throws IOException {
 *     Files.delete(Files.createTempFile(Path.of("/var/tmp"), "state", ""));
 * }
 * }</pre>
 *
 * @see ReadOnlyPath
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@IsolatedMounts
public @interface WritablePath {

    /**
     * The paths, each as {@link BindMount#at()}; at least one. They must exist on the host.
     *
     * @return the paths
     */
    String[] value();
}
