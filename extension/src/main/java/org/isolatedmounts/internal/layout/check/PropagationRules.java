package org.isolatedmounts.internal.layout.check;

import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

import java.util.Optional;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;

/** Which propagation type a mount can have, see mount_namespaces(7). */
final class PropagationRules {

    private final PathLookup namespace;
    private final PropagationType hostMounts;

    /**
     * The rules of one layout.
     *
     * @param namespace with the mounts that are laid so far
     * @param hostMounts the propagation type of all mounts that are not declared
     */
    PropagationRules(PathLookup namespace, PropagationType hostMounts) {
        this.namespace = namespace;
        this.hostMounts = hostMounts;
    }

    /** @throws InvalidLayoutException for a type that the mount cannot have */
    void check(CheckedMount mount) {
        for (int i = 0; i < mount.layers().size(); i++) {
            refuseUnbindable(mount, i);
        }
        PropagationType type = mount.plan().propagation();
        if (type.isSlave()) {
            requireMaster(mount);
        }
        if (type == PropagationType.SLAVE) {
            refuseOnShared(mount);
        }
        if (type == PropagationType.SHARED) {
            refuseMaster(mount);
        }
        if (mount.made()) {
            refuseToMake(mount);
        }
    }

    private static Attribute written(MountPlan plan) {
        return Attribute.constant(plan.declaredBy(), "propagation", plan.propagation());
    }

    private static void refuseUnbindable(CheckedMount mount, int layer) {
        mount.layers()
                .get(layer)
                .mount()
                .filter(source -> source.plan().propagation() == PropagationType.UNBINDABLE)
                .ifPresent(source -> {
                    throw written(mount, layer)
                            .breaks(
                                    "must not be on an unbindable mount (EINVAL)",
                                    source.plan().declaredBy()
                                            + " makes it so: write Propagation.PRIVATE there, or another path");
                });
    }

    private static Attribute written(CheckedMount mount, int layer) {
        Source source = mount.plan().tree().sources().get(layer);
        return CheckedSources.written(
                mount.plan(), source, mount.plan().tree() instanceof Tree.Overlay ? "lower" : "source");
    }

    private void requireMaster(CheckedMount mount) {
        MountPlan plan = mount.plan();
        if (!(plan.tree() instanceof Tree.Copy copy)) {
            throw written(plan)
                    .breaks(
                            "must be PRIVATE, SHARED or UNBINDABLE, as a new file system has no master",
                            "declare a @BindMount of it with source = "
                                    + quoted(Source.ofLayout(plan.mountPoint()).toString()));
        }
        Optional<CheckedMount> declared = mount.layers().get(0).mount();
        boolean hasMaster = typeOf(declared).isSlave()
                || declared.filter(each -> each.plan().propagation().isShared()).isPresent();
        if (!hasMaster) {
            throw written(plan)
                    .breaks(
                            "must be PRIVATE, SHARED or UNBINDABLE, as `source` " + quoted(copy.source())
                                    + " is on a mount that is not shared",
                            hostMounts.isShared() && declared.isEmpty()
                                    ? "what @HostMounts shares has no slaves: show a shared mount that the test declares"
                                    : declared.map(each -> "write propagation = Propagation.SHARED in "
                                                    + each.plan().declaredBy())
                                            .orElse(
                                                    "declare @HostMounts(propagation = Propagation.SLAVE) to have what the host mounts,"
                                                            + " or show a shared mount of the test with `layout:`"));
        }
    }

    /** A peer has the same master. */
    private void refuseMaster(CheckedMount mount) {
        if (mount.plan().tree() instanceof Tree.Copy copy) {
            Optional<CheckedMount> declared = mount.layers().get(0).mount();
            if (typeOf(declared).isSlave()) {
                throw written(mount.plan())
                        .breaks(
                                "must be another one, as `source` " + quoted(copy.source())
                                        + " is on a mount that has a master",
                                declared.map(each -> each.plan().declaredBy()).orElse("@HostMounts")
                                        + " says so: write Propagation.SLAVE_AND_SHARED");
            }
        }
    }

    private PropagationType typeOf(Optional<CheckedMount> declared) {
        return declared.map(each -> each.plan().propagation()).orElse(hostMounts);
    }

    private void refuseOnShared(CheckedMount mount) {
        namespace
                .mountAround(mount.mountPoint())
                .filter(around -> around.plan().propagation().isShared())
                .ifPresent(around -> {
                    throw written(mount.plan())
                            .breaks(
                                    "must be another one on a shared mount, as all that is mounted there is shared",
                                    around.plan().declaredBy()
                                            + " is that mount: write Propagation.SLAVE_AND_SHARED, or mount elsewhere");
                });
    }

    /** A scaffold would be private, or seen at each peer, or could not bind anything back. */
    private void refuseToMake(CheckedMount mount) {
        namespace
                .mountAround(mount.mountPoint())
                .filter(around ->
                        around.plan().tree().isAsFound() || !mount.plan().followLinks())
                .filter(around -> around.plan().propagation() != PropagationType.PRIVATE)
                .ifPresent(around -> refuseToMakeIn(around, mount.plan()));
    }

    private static void refuseToMakeIn(CheckedMount around, MountPlan plan) {
        Attribute at = Attribute.text(plan.declaredBy(), plan.attribute(), plan.mountPoint());
        // it may take an entry away, for which even an overlay of the test is covered
        if (!plan.followLinks()) {
            throw at.breaks(
                    "must not lie on a mount that is " + around.plan().propagation() + ", as nothing covers that",
                    around.plan().declaredBy()
                            + " is that mount: make it private, or take the path away from what it shows");
        }
        String rule =
                "must exist, as nothing covers a mount that is " + around.plan().propagation();
        CheckedMount madeBy = around.layers().isEmpty()
                ? around
                : around.layers().get(0).origin().madeBy();
        if (madeBy == null) {
            throw at.breaks(
                    rule,
                    around.plan().declaredBy()
                            + " shows the host there, which is not changed: create it on the host before the"
                            + " run, or make that mount private");
        }
        if (around.plan().readOnly() || madeBy.plan().readOnly()) {
            throw at.breaks(
                    rule,
                    around.plan().declaredBy()
                            + " is read-only, so that it cannot be made: write readOnly = false there, or"
                            + " make that mount private");
        }
    }
}
