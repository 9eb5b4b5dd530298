package org.isolatedmounts.internal.layout.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.plan.CopiedTree;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;

/**
 * A mount as {@link PathLookup} needs it.
 *
 * @param mountPoint free of symbolic links
 * @param layers what the mount shows, the topmost first; none if it is a new file system
 * @param files that a new file system begins with, as far as they are looked into
 * @param made whether the mount point has to be made, or taken away
 */
record CheckedMount(
        Path mountPoint, Place.Kind kind, List<Layer> layers, Optional<Layer> files, MountPlan plan, boolean made) {

    /**
     * A source as it is found.
     *
     * @param seen from here
     * @param place free of symbolic links
     */
    record Layer(PathLookup seen, Place place) {

        Origin origin() {
            return seen.origin(place.path());
        }

        /** The declared mount that it is on. */
        Optional<CheckedMount> mount() {
            return seen.mountAround(place.path());
        }
    }

    /** What is seen in the mount, the topmost first. */
    List<Layer> shown() {
        return files.map(List::of).orElse(layers);
    }

    /** An overlay counts as one, and what it shows with it. */
    int overlays() {
        return plan.tree() instanceof Tree.Overlay
                ? 1
                        + layers.stream()
                                .mapToInt(layer -> layer.origin().overlays())
                                .max()
                                .orElse(0)
                : 0;
    }

    /** Whether there may be files in it that nobody has looked for: in an image, in an archive, or what mkfs(8) has copied. */
    boolean isUnknown() {
        return plan.tree() instanceof Tree.Disk
                || plan.tree().files().filter(CopiedTree::archive).isPresent()
                || layers.stream().flatMap(layer -> layer.mount().stream()).anyMatch(CheckedMount::isUnknown);
    }

    static CheckedMount of(MountPlan plan, Place target, List<Layer> layers) {
        Place.Kind kind = plan.tree()
                .match(
                        made -> Place.Kind.DIRECTORY,
                        copy -> layers.get(0).place().kind(),
                        file -> Place.Kind.FILE,
                        overlay -> Place.Kind.DIRECTORY,
                        disk -> Place.Kind.DIRECTORY,
                        mask -> target.kind(),
                        absent -> Place.Kind.ABSENT);
        return new CheckedMount(
                target.path(), kind, layers, Optional.empty(), plan, plan.isAbsent() || target.is(Place.Kind.ABSENT));
    }

    /** The same with the files of a directory of the host in it; into archives nobody looks. */
    CheckedMount withFiles(PathLookup host) {
        return new CheckedMount(
                mountPoint,
                kind,
                layers,
                plan.tree()
                        .files()
                        .filter(content -> !content.archive())
                        .map(content -> new Layer(host, new Place(Path.of(content.path()), Place.Kind.DIRECTORY))),
                plan,
                made);
    }
}
