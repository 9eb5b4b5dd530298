package org.isolatedmounts.internal.layout.check;

import static org.isolatedmounts.internal.layout.check.Place.Kind.ABSENT;
import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

import java.nio.file.Path;
import java.util.Optional;
import org.isolatedmounts.internal.layout.check.CheckedMount.Layer;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.DiskContent;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;

/** What mounts show: of the host as it is, and of the layout as far as it is laid. */
final class CheckedSources {

    private final PathLookup host = PathLookup.strict();
    private final PathLookup namespace;

    /** @param namespace with the mounts that are laid so far */
    CheckedSources(PathLookup namespace) {
        this.namespace = namespace;
    }

    boolean isMissing(MountPlan mount, Source source) {
        PathLookup lookup = source.ofLayout() ? namespace.seen() : PathLookup.tolerant();
        return LayoutCheck.find(lookup, written(mount, source, "source")).is(ABSENT);
    }

    /**
     * Finds a source.
     *
     * @param written the source as an attribute
     * @throws InvalidLayoutException if it does not exist
     */
    Layer find(MountPlan mount, Source source, Attribute written) {
        Place place = LayoutCheck.find(source.ofLayout() ? namespace : host, written);
        if (place.is(ABSENT)) {
            throw source.ofLayout() ? missingInLayout(mount, source, written) : missingOnHost(source, written);
        }
        return new Layer(source.ofLayout() ? namespace.seen() : host, place);
    }

    private InvalidLayoutException missingOnHost(Source source, Attribute written) {
        String remedy = isInLayout(source)
                ? "the host has no such directory or file, but the mounts of the test have: write "
                        + quoted(Source.ofLayout(source.path())) + " for that"
                : "the host has no such directory or file: create it before the run (@BeforeAll runs in the fork, which is too"
                        + " late), or correct the path"
                        + (written.name().equals("source") || written.name().equals("lower")
                                ? " (a relative one starts at the project)"
                                : "");
        return written.breaks("must exist (ENOENT)", remedy);
    }

    private boolean isInLayout(Source source) {
        try {
            return !namespace.seen().find(source.path()).is(ABSENT);
        } catch (LookupException leadsNowhere) {
            return false;
        }
    }

    private InvalidLayoutException missingInLayout(MountPlan mount, Source source, Attribute written) {
        Optional<CheckedMount> image = namespace
                .mountAround(Path.of(source.path()))
                .filter(around ->
                        around.plan().tree() instanceof Tree.Disk disk && disk.content() instanceof DiskContent.Image);
        if (image.isPresent()) {
            throw written.breaks(
                    "must not lie in an image",
                    image.get().plan().declaredBy()
                            + " mounts it, and what it contains is not known before the test: show the"
                            + " whole image with \"layout:" + image.get().mountPoint() + "\"");
        }
        boolean ownPlace = source.path().equals(mount.mountPoint());
        if (ownPlace && mount.tree() instanceof Tree.Overlay) {
            return written.breaks(
                    "must exist (ENOENT), as it is what the overlay shows",
                    "neither the host nor a mount around it has that directory: write what to show as `lower`, or correct the"
                            + " path");
        }
        return written.breaks(
                "must exist (ENOENT)",
                "neither the host nor another mount of the test has such a directory or file"
                        + (ownPlace ? ", and what an outer class mounts at this very path is replaced" : "")
                        + ": create it on the host before the run, declare a mount there, or correct the path");
    }

    /** What is shown at its own place has no attribute but the mount point. */
    static Attribute written(MountPlan mount, Source source, String attribute) {
        boolean ownPlace = source.path().equals(mount.mountPoint())
                && (source.ofLayout() || !mount.attribute().equals("at"));
        return ownPlace
                ? Attribute.text(mount.declaredBy(), mount.attribute(), mount.mountPoint())
                : Attribute.text(mount.declaredBy(), attribute, source.toString())
                        .with(source.path());
    }
}
