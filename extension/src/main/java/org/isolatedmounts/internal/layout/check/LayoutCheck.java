package org.isolatedmounts.internal.layout.check;

import static org.isolatedmounts.internal.layout.check.Place.Kind.ABSENT;
import static org.isolatedmounts.internal.layout.check.Place.Kind.DIRECTORY;
import static org.isolatedmounts.internal.layout.check.Place.Kind.FILE;
import static org.isolatedmounts.internal.layout.kind.Quoted.quoted;

import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.layout.kind.Attribute;
import org.isolatedmounts.internal.layout.kind.InvalidLayoutException;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;

/** Checks mounts against the files of the host, one by one in the order in which they will be laid. */
public final class LayoutCheck {

    private final PathLookup host = PathLookup.strict();
    private final PathLookup namespace = PathLookup.strict();

    private LayoutCheck() {}

    /**
     * The layout of these mounts.
     *
     * @throws InvalidLayoutException for a mount that cannot be laid
     */
    public static LayoutPlan check(List<MountPlan> mounts) {
        LayoutCheck check = new LayoutCheck();
        List<MountPlan> laid = new ArrayList<>();
        for (MountPlan mount : LayoutOrder.of(mounts)) {
            if (!isLeftOut(mount)) {
                check.namespace.lay(mount.tree()
                        .match(
                                made -> check.checkNew(mount),
                                copy -> check.checkCopy(mount, copy),
                                file -> check.checkFile(mount)));
                laid.add(mount);
            }
        }
        return new LayoutPlan(laid);
    }

    /** Whether it is an optional copy of what does not exist. */
    private static boolean isLeftOut(MountPlan mount) {
        return mount.tree()
                .match(
                        made -> false,
                        copy -> copy.optional()
                                && find(PathLookup.tolerant(), source(mount, copy))
                                        .is(ABSENT),
                        file -> false);
    }

    private static Attribute source(MountPlan mount, Tree.Copy copy) {
        return Attribute.text(mount.declaredBy(), "source", copy.source());
    }

    private CheckedMount checkNew(MountPlan mount) {
        Place target = targetOfNew(
                mount,
                FILE,
                "must be a directory, or not exist (ENOTDIR)",
                "there is a file: choose another path, or put a single file there with @BindMount");
        return CheckedMount.ofNew(target, mount);
    }

    private CheckedMount checkFile(MountPlan mount) {
        Place target = targetOfNew(
                mount,
                DIRECTORY,
                "must be a file, or not exist (EISDIR)",
                "there is a directory: choose a path in it, or another one");
        return CheckedMount.ofFile(target, mount);
    }

    private Place targetOfNew(MountPlan mount, Place.Kind unfit, String rule, String remedy) {
        Attribute at = mountPoint(mount);
        Place target = find(namespace, at);
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

    private CheckedMount checkCopy(MountPlan mount, Tree.Copy copy) {
        Attribute from = source(mount, copy);
        Attribute at = mountPoint(mount);
        Place source = find(host, from);
        if (source.is(ABSENT)) {
            throw from.breaks(
                    "must exist (ENOENT)",
                    "the host has no such directory or file: create it before the run (@BeforeAll runs in the fork, which"
                            + " is too late), or correct the path (a relative one starts at the project)");
        }
        Place target = find(namespace, at);
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
        return CheckedMount.ofCopy(target, source, mount);
    }

    private static Place find(PathLookup lookup, Attribute path) {
        try {
            Place place = lookup.find(path.value());
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
                    mount.declaredBy() + " is laid before it at " + quoted(mount.mountPoint())
                            + ", and this one leads to " + quoted(target.path())
                            + ": remove one of them, or correct the symbolic links");
        });
    }
}
