package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which propagation type the mounts have that a test, or every test of a class, sees of the host. It isolates the
 * test as {@link IsolatedMounts @IsolatedMounts} does; of several the innermost holds.
 *
 * <p>Without it they are {@link Propagation#PRIVATE}: what the host mounts or unmounts while the test runs does not reach
 * it. With {@link Propagation#SLAVE} it does, if the host's own mounts are shared, as systemd makes them and {@code mount
 * --make-rshared /} does; {@code findmnt -o TARGET,PROPAGATION} tells. Nothing ever goes from the test to the host.
 *
 * <pre>{@code
 * @Test
 * @HostMounts(propagation = Propagation.SLAVE)
 * void seesWhatTheHostMounts() throws IOException {
 *     MountEntry root = MountTable.ofSelf().at("/").orElseThrow();
 *     assertFalse(root.propagation().isShared());
 * }
 * }</pre>
 *
 * <p>The host cannot unmount a file system that arrived in a test and is used there: umount(2) fails with {@code EBUSY}
 * until the test is over. In a directory in which a mount point had to be made, what the host mounts arrives on the entries that
 * were there before the test, and on no new ones.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/mount_namespaces.7.html">mount_namespaces(7)</a>
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@IsolatedMounts
public @interface HostMounts {

    /**
     * The propagation type of all mounts that are not declared. {@link Propagation#SHARED} makes each a peer group of its
     * own, within the test; {@link Propagation#UNBINDABLE} is refused.
     *
     * @return the propagation type
     */
    Propagation propagation();
}
