package org.isolatedmounts.mountinfo;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;
import java.util.StringJoiner;

/**
 * The optional fields of a line of proc_pid_mountinfo(5): how mounts and unmounts below this mount propagate; see
 * mount_namespaces(7). A mount can be shared and a slave at once.
 *
 * @param peerGroup {@code shared:N}: the mount is shared and belongs to peer group N
 * @param master {@code master:N}: the mount is a slave of peer group N
 * @param propagateFrom {@code propagate_from:N}: for a slave, the nearest dominant peer group under the root directory
 *     of the process; absent if that is the master itself
 * @param unbindable {@code unbindable}: the mount is private and cannot be bind-mounted
 * @param unknownFields the fields that are none of these, in their order, as the kernel wrote them
 */
public record MountPropagation(
        OptionalInt peerGroup,
        OptionalInt master,
        OptionalInt propagateFrom,
        boolean unbindable,
        List<String> unknownFields) {

    /** That of a mount without optional fields. */
    public static final MountPropagation PRIVATE =
            new MountPropagation(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), false, List.of());

    /**
     * Makes the propagation of a mount.
     *
     * @throws NullPointerException if an argument or an element of {@code unknownFields} is null
     */
    public MountPropagation {
        requireNonNull(peerGroup, "peerGroup");
        requireNonNull(master, "master");
        requireNonNull(propagateFrom, "propagateFrom");
        unknownFields = List.copyOf(unknownFields);
    }

    /**
     * Whether events go to the peers of this mount and come from them ({@code MS_SHARED} in mount(2)).
     *
     * @return whether there is a peer group
     */
    public boolean isShared() {
        return peerGroup.isPresent();
    }

    /**
     * Whether events come from a master ({@code MS_SLAVE} in mount(2)).
     *
     * @return whether there is a master
     */
    public boolean isSlave() {
        return master.isPresent();
    }

    /**
     * Whether events neither go anywhere nor come from anywhere ({@code MS_PRIVATE} or {@code MS_UNBINDABLE} in
     * mount(2)).
     *
     * @return whether the mount is neither shared nor a slave
     */
    public boolean isPrivate() {
        return !isShared() && !isSlave();
    }

    /**
     * In the words of the manual pages.
     *
     * @return the optional fields as proc_pid_mountinfo(5) writes them, {@code shared:2 master:1} for example; or {@code
     *     private} if there is none
     */
    @Override
    public String toString() {
        String fields = optionalFields();
        return fields.isEmpty() ? "private" : fields;
    }

    String optionalFields() {
        StringJoiner fields = new StringJoiner(" ");
        peerGroup.ifPresent(group -> fields.add("shared:" + group));
        master.ifPresent(group -> fields.add("master:" + group));
        propagateFrom.ifPresent(group -> fields.add("propagate_from:" + group));
        if (unbindable) {
            fields.add("unbindable");
        }
        unknownFields.forEach(fields::add);
        return fields.toString();
    }
}
