package org.isolatedmounts.internal.layout.check;

import static org.isolatedmounts.internal.layout.check.Place.Kind.ABSENT;
import static org.isolatedmounts.internal.layout.check.Place.Kind.DIRECTORY;
import static org.isolatedmounts.internal.layout.check.Place.Kind.FILE;
import static org.isolatedmounts.internal.layout.check.Place.Kind.LINK;
import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.layout.check.CheckedMount.Layer;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;

/** Checks mounts against the files of the host, one by one in the order in which they will be laid. */
public final class LayoutCheck {

    private final PathLookup namespace = PathLookup.strict();
    private final AbsentPaths absent = new AbsentPaths();
    private final PathLookup host = PathLookup.tolerant();
    private final CheckedSources sources = new CheckedSources(namespace);

    private LayoutCheck() {}

    /**
     * The layout of these mounts.
     *
     * @param hostMounts the propagation type of all others
     * @throws InvalidLayoutException for a mount that cannot be laid
     */
    public static LayoutPlan check(List<MountPlan> mounts, PropagationType hostMounts) {
        LayoutCheck check = new LayoutCheck();
        PropagationRules propagation = new PropagationRules(check.namespace, hostMounts);
        List<MountPlan> laid = new ArrayList<>();
        for (MountPlan mount : LayoutOrder.of(mounts)) {
            if (!check.isLeftOut(mount) && !check.isMissing(mount)) {
                CheckedMount checked = mount.tree()
                        .match(
                                made -> check.checkNew(mount).withFiles(check.host),
                                copy -> check.checkCopy(mount, copy),
                                file -> check.checkFile(mount),
                                overlay -> check.checkOverlay(mount, overlay),
                                disk -> check.checkNew(mount).withFiles(check.host),
                                mask -> check.checkMask(mount),
                                absent -> check.checkAbsent(mount));
                propagation.check(checked);
                check.namespace.lay(checked);
                laid.add(checked.plan());
            }
        }
        return new LayoutPlan(laid, hostMounts);
    }

    private boolean isLeftOut(MountPlan mount) {
        return mount.tree() instanceof Tree.Copy copy && copy.optional() && sources.isMissing(mount, copy.source());
    }

    /** What does not exist need not be taken away; if nobody knows, it is found out when it is laid. */
    private boolean isMissing(MountPlan mount) {
        if (!mount.isAbsent()) {
            return false;
        }
        Place target = findItself(namespace, mountPoint(mount));
        boolean unknown = namespace
                .mountAround(target.path())
                .filter(CheckedMount::isUnknown)
                .isPresent();
        boolean missing = (target.is(ABSENT) && !unknown) || absent.contain(target.path());
        absent.add(target.path(), mount);
        return missing;
    }

    private CheckedMount checkAbsent(MountPlan mount) {
        Place target = findItself(namespace, mountPoint(mount));
        MountPointRules.checkAbsent(mountPoint(mount), target);
        refuseToReplaceInReadOnly(mount, target);
        refuseToCover(mountPoint(mount), target);
        return CheckedMount.of(mount, target, List.of());
    }

    private Place target(MountPlan mount) {
        Attribute at = mountPoint(mount);
        Place target = mount.followLinks() ? followed(at) : findItself(namespace, at);
        absent.refuse(at, target.path());
        if (target.is(LINK)) {
            refuseToReplaceInReadOnly(mount, target);
            return new Place(target.path(), ABSENT);
        }
        return target;
    }

    /** What is bound back beside it could be written. */
    private void refuseToReplaceInReadOnly(MountPlan mount, Place target) {
        namespace
                .mountAround(target.path())
                .filter(around -> around.plan().readOnly() && !(around.plan().tree() instanceof Tree.Copy))
                .ifPresent(around -> {
                    throw mountPoint(mount)
                            .breaks(
                                    "must not lie in a read-only file system of the test's own, from which nothing can be taken",
                                    around.plan().declaredBy()
                                            + " mounts it: make that writable, or have it begin without this");
                });
    }

    private Place followed(Attribute at) {
        try {
            return find(namespace, at);
        } catch (InvalidLayoutException e) {
            // below /proc nothing can be replaced
            if (at.name().equals("at") && !at.value().startsWith("/proc/") && namespace.isLink(at.value())) {
                throw new InvalidLayoutException(e.getMessage() + "; or replace the link with `followLinks = false`");
            }
            throw e;
        }
    }

    private CheckedMount checkNew(MountPlan mount) {
        return CheckedMount.of(mount, targetOfDirectory(mount), List.of());
    }

    private Place targetOfDirectory(MountPlan mount) {
        return targetOfNew(
                mount,
                FILE,
                "must be a directory, or not exist (ENOTDIR)",
                "there is a file: choose another path, or put a single file there with @BindMount");
    }

    private CheckedMount checkFile(MountPlan mount) {
        Place target = targetOfNew(
                mount,
                DIRECTORY,
                "must be a file, or not exist (EISDIR)",
                "there is a directory: choose a path in it, or another one");
        return CheckedMount.of(mount, target, List.of());
    }

    private Place targetOfNew(MountPlan mount, Place.Kind unfit, String rule, String remedy) {
        Attribute at = mountPoint(mount);
        Place target = target(mount);
        MountPointRules.checkNew(at, target);
        if (target.is(unfit)) {
            throw at.breaks(rule, remedy);
        }
        refuseToCover(at, target);
        return target;
    }

    private static Attribute mountPoint(MountPlan mount) {
        return Attribute.text(mount.declaredBy(), mount.attribute(), mount.mountPoint());
    }

    private CheckedMount checkOverlay(MountPlan mount, Tree.Overlay overlay) {
        List<Layer> layers = new ArrayList<>();
        for (Source source : overlay.lower()) {
            Attribute lower = CheckedSources.written(mount, source, "lower");
            Layer layer = sources.find(mount, source, lower);
            OverlayRules.check(lower, layer, layers);
            layers.add(layer);
        }
        return CheckedMount.of(mount, targetOfDirectory(mount), layers);
    }

    private CheckedMount checkMask(MountPlan mount) {
        Attribute at = mountPoint(mount);
        Place target = target(mount);
        MountPointRules.checkCopy(at, target);
        if (target.is(ABSENT)) {
            throw at.breaks(
                    "must exist (ENOENT)",
                    "neither the host nor another mount of the test has such a directory or file (what an outer class mounts"
                            + " at this very path is replaced), so there is nothing to mask: correct the path, or remove it");
        }
        refuseToCover(at, target);
        return CheckedMount.of(target.is(FILE) ? mount.with(new Tree.Mask(true)) : mount, target, List.of());
    }

    private CheckedMount checkCopy(MountPlan mount, Tree.Copy copy) {
        Attribute at = mountPoint(mount);
        Layer layer = sources.find(mount, copy.source(), CheckedSources.written(mount, copy.source(), "source"));
        Place source = layer.place();
        Place target = target(mount);
        MountPointRules.checkCopy(at, target);
        if (source.is(DIRECTORY) && target.is(FILE)) {
            throw at.breaks(
                    "must be a directory, or not exist, as `source` " + quoted(copy.source())
                            + " is a directory (ENOTDIR)",
                    "there is a file: choose another path, or a file as source");
        }
        if (source.is(FILE) && target.is(DIRECTORY)) {
            throw at.breaks(
                    "must be a file, or not exist, as `source` " + quoted(copy.source()) + " is a file (ENOTDIR)",
                    "there is a directory: choose another path, or a directory as source");
        }
        refuseToCover(at, target);
        return CheckedMount.of(source.is(FILE) ? mount.with(copy.ofFile()) : mount, target, List.of(layer));
    }

    static Place find(PathLookup lookup, Attribute path) {
        return find(lookup, path, PathLookup::find);
    }

    private static Place findItself(PathLookup lookup, Attribute path) {
        return find(lookup, path, PathLookup::findItself);
    }

    private interface Find {
        Place in(PathLookup lookup, String path) throws LookupException;
    }

    private static Place find(PathLookup lookup, Attribute path, Find find) {
        try {
            Place place = find.in(lookup, path.value());
            MountPointRules.refuseWayThroughProcess(path, lookup.way(), place);
            return place;
        } catch (LookupException e) {
            MountPointRules.refuseWayThroughProcess(path, lookup.way(), null);
            throw e.in(path);
        }
    }

    /** Two names of one place: nobody could say which of the mounts is meant to be seen. */
    private void refuseToCover(Attribute at, Place target) {
        namespace.laidIn(target.path()).findFirst().ifPresent(mount -> {
            throw at.breaks(
                    "must not cover the mount point of another mount",
                    mount.plan().declaredBy() + " is laid before it at " + quoted(mount.mountPoint())
                            + ", and this one leads to " + quoted(target.path())
                            + ": remove one of them, or correct the symbolic links");
        });
    }
}
