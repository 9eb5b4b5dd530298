package org.isolatedmounts;

/**
 * The propagation type of a mount: whether what is mounted and unmounted on it appears elsewhere, and what is mounted
 * elsewhere on it. See mount_namespaces(7) and {@code Documentation/filesystems/sharedsubtree.rst} of the kernel.
 *
 * <p>Peer groups need no names: a bind of {@code layout:/pool} is a peer of a {@link #SHARED} mount at {@code /pool}, or
 * its slave.
 *
 * <pre>{@code
 * @TmpfsMount(at = "/pool", propagation = Propagation.SHARED)
 * @BindMount(source = "layout:/pool", at = "/replica", readOnly = false, propagation = Propagation.SHARED)
 * class ReplicaTest {
 *
 *     @Test
 *     @TmpfsMount(at = "/replica/volume")
 *     void whatIsMountedOnTheReplicaAppearsInThePool() throws IOException {
 *         assertTrue(MountTable.ofSelf().at("/pool/volume").isPresent());
 *     }
 * }
 * }</pre>
 *
 * <p>A test holds no capability to mount anything. What propagates is what its layout mounts later, and, with {@link
 * HostMounts @HostMounts}, what the host mounts.
 */
public enum Propagation {
    /** Nothing goes either way. */
    PRIVATE,

    /** What is mounted on the master arrives, nothing goes back. There must be a master, so this is for bind mounts. */
    SLAVE,

    /** What is mounted on one mount of the peer group appears on all of them. */
    SHARED,

    /** What is mounted on the master arrives, and is passed on to a peer group of its own. */
    SLAVE_AND_SHARED,

    /** As {@link #PRIVATE}, and it cannot be the source of a bind; a recursive bind of what is above leaves it out. */
    UNBINDABLE
}
