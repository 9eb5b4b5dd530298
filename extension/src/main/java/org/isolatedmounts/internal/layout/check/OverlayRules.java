package org.isolatedmounts.internal.layout.check;

import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

import java.nio.file.Path;
import java.util.List;
import org.isolatedmounts.internal.layout.check.CheckedMount.Layer;
import org.isolatedmounts.internal.layout.value.Attribute;

/** What the kernel takes as a layer of an overlay. */
final class OverlayRules {

    /** As in the kernel, {@code FILESYSTEM_MAX_STACK_DEPTH}. */
    private static final int MOST_OVERLAYS = 2;

    private static final Path PROC = Path.of("/proc");

    private OverlayRules() {}

    /** @param above the layers before this one */
    static void check(Attribute lower, Layer layer, List<Layer> above) {
        Path path = layer.place().path();
        if (layer.place().is(Place.Kind.FILE)) {
            throw lower.breaks(
                    "must be a directory, to be overlaid (ENOTDIR)",
                    "there is a file: write its directory, or put a copy there with @FileContent(copyOf)");
        }
        if (layer.origin().madeBy() == null && path.startsWith(PROC)) {
            throw lower.breaks("must not be /proc or below (EINVAL)", "the kernel does not overlay it: use @BindMount");
        }
        if (layer.origin().overlays() >= MOST_OVERLAYS) {
            throw lower.breaks(
                    "must not be an overlay of an overlay (EINVAL)",
                    "the kernel stacks no more than two: show the directories of that overlay instead");
        }
        above.stream()
                .filter(other -> other.origin().overlaps(layer.origin()))
                .findFirst()
                .ifPresent(other -> {
                    throw lower.breaks(
                            "must not be two directories of which one lies in the other (ELOOP)",
                            "another one is " + quoted(other.place().path()) + ": remove one of them");
                });
    }
}
