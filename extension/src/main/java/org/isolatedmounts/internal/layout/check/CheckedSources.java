package org.isolatedmounts.internal.layout.check;

import static org.isolatedmounts.internal.layout.check.Place.Kind.ABSENT;

import org.isolatedmounts.internal.layout.check.CheckedMount.Layer;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Source;

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
    Layer find(Source source, Attribute written) {
        Place place = LayoutCheck.find(source.ofLayout() ? namespace : host, written);
        if (place.is(ABSENT)) {
            String nowhere = source.ofLayout()
                    ? "neither the host nor another mount of the test has such a directory or file"
                    : "the host has no such directory or file";
            throw written.breaks(
                    "must exist (ENOENT)",
                    nowhere
                            + ": create it before the run (@BeforeAll runs in the fork, which is too late), or correct the"
                            + " path (a relative one starts at the project)");
        }
        return new Layer(source.ofLayout() ? namespace.seen() : host, place);
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
