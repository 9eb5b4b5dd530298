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
 * <p>A bind of {@code layout:} is laid after all that is declared below its source: if it is recursive, it copies that. What
 * is declared below the bind is laid later, so it propagates to the source; a replica is shared even if the declared mount is
 * private. A mount point that is missing is made in a mount of the layout that is not read-only; in what shows the host it must
 * exist.
 *
 * <p>A test holds no capability to mount anything itself. With {@link HostMounts @HostMounts}, what the host mounts arrives.
 */
public enum Propagation {
    /** Nothing goes either way. */
    PRIVATE,

    /** What is mounted on the master arrives, nothing goes back. There must be a master, so this is for bind mounts. */
    SLAVE,

    /**
     * What is mounted on one mount of the peer group appears on all of them. A bind of what is not shared begins a peer group of its
     * own.
     */
    SHARED,

    /** What is mounted on the master arrives, and is passed on to a peer group of its own. */
    SLAVE_AND_SHARED,

    /** As {@link #PRIVATE}, and it cannot be the source of a bind; a recursive bind of what is above leaves it out. */
    UNBINDABLE
}
