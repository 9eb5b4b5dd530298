package org.isolatedmounts.layout;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isolatedmounts.HostMounts;
import org.isolatedmounts.Propagation;
import org.jspecify.annotations.Nullable;

/**
 * The mounts of a test, on top of what the host has mounted, as an immutable value:
 *
 * <pre>{@code
 * Layout layout = Layout.host().with(
 *         MountSpec.tmpfs("/data").size("32m"),
 *         MountSpec.bind("src/test/resources/app").at("/etc/app"));
 * }</pre>
 *
 * <p>Mounts add up; at one mount point the later one replaces the earlier, as the annotations of a method replace those of
 * its class. The order in which mounts at different mount points were added has no meaning: parents are laid before
 * children. Two layouts are equal if they have equal mounts
 * and say the same of the host's mounts.
 */
public final class Layout implements Serializable {

    private static final long serialVersionUID = 1;

    private static final Layout HOST = new Layout(List.of(), null);

    /** No map: who reads one back has it hash whatever is in it. */
    private final ArrayList<MountSpec<?>> mounts;

    private final @Nullable Propagation hostMounts;

    private Layout(Collection<MountSpec<?>> mounts, @Nullable Propagation hostMounts) {
        this.mounts = new ArrayList<>(mounts);
        this.hostMounts = hostMounts;
    }

    /**
     * The host's mounts and no others.
     *
     * @return the layout
     */
    public static Layout host() {
        return HOST;
    }

    /**
     * This layout with more mounts.
     *
     * @param added the mounts, each at a mount point of its own
     * @return the other layout
     * @throws IllegalArgumentException if two of these have the same mount point
     */
    public Layout with(MountSpec<?>... added) {
        Map<String, MountSpec<?>> byMountPoint = new LinkedHashMap<>();
        for (MountSpec<?> mount : added) {
            if (byMountPoint.put(place(mount), mount) != null) {
                throw new IllegalArgumentException(
                        "`at` must differ between mounts that are added together, but is \"" + mount.at()
                                + "\" twice; add them one after the other, and the later one replaces the earlier");
            }
        }
        return with(new Layout(byMountPoint.values(), null));
    }

    /**
     * This layout with the mounts of another one, which replace those of this one at the same mount points, and with its
     * propagation type of the host's mounts if it says one.
     *
     * @param inner the other layout
     * @return both together
     */
    public Layout with(Layout inner) {
        Set<String> replaced = inner.mounts.stream().map(Layout::place).collect(Collectors.toSet());
        List<MountSpec<?>> all = new ArrayList<>(mounts);
        all.removeIf(mount -> replaced.contains(place(mount)));
        all.addAll(inner.mounts);
        return new Layout(all, inner.hostMounts == null ? hostMounts : inner.hostMounts);
    }

    /** Slashes that mean nothing do not tell two mount points apart. */
    private static String place(MountSpec<?> mount) {
        return mount.at().replaceAll("/+", "/").replaceFirst("(?<=.)/$", "");
    }

    /**
     * This layout with another propagation type of the host's mounts, as {@link HostMounts @HostMounts}.
     *
     * @param propagation the propagation type of all mounts that the layout does not declare
     * @return the other layout
     */
    public Layout hostMounts(Propagation propagation) {
        return new Layout(mounts, Objects.requireNonNull(propagation, "propagation"));
    }

    /**
     * The propagation type of the host's mounts.
     *
     * @return empty if this layout does not say one: they are {@link Propagation#PRIVATE} then, if no outer layout says another
     */
    public Optional<Propagation> hostMounts() {
        return Optional.ofNullable(hostMounts);
    }

    /**
     * The mounts, in the order in which they were added.
     *
     * @return a list that cannot be modified
     */
    public List<MountSpec<?>> mounts() {
        return List.copyOf(mounts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Layout layout
                && Set.copyOf(mounts).equals(Set.copyOf(layout.mounts))
                && hostMounts == layout.hostMounts;
    }

    @Override
    public int hashCode() {
        return Objects.hash(Set.copyOf(mounts), hostMounts);
    }

    @Override
    public String toString() {
        return "Layout" + mounts()
                + hostMounts().map(type -> " with @HostMounts(" + type + ")").orElse("");
    }
}
