package org.isolatedmounts.internal.availability.suspect;

import java.util.Optional;
import org.isolatedmounts.internal.availability.machine.Container;
import org.isolatedmounts.internal.availability.machine.ProcStatus;
import org.isolatedmounts.internal.availability.trial.Layer;
import org.isolatedmounts.internal.availability.trial.Stage;

/**
 * A root that lacks CAP_SYS_ADMIN needs a user namespace, as everyone else does, though it looks almighty; and since
 * Linux 5.12 it needs CAP_SETFCAP to go on being root there.
 */
final class Capabilities implements Suspect {

    @Override
    public Optional<Finding> examine(FailedProbe probe) {
        ProcStatus status = probe.status();
        if (probe.stage() == Stage.ENTER && status.isRoot() && !status.needsUserNamespace() && !status.hasSysChroot()) {
            return Optional.of(new Finding(
                    Layer.CAPABILITIES,
                    true,
                    "uid 0, but without CAP_SYS_CHROOT, which setns(2) asks for: " + status.line("CapEff"),
                    add(probe.container(), "SYS_CHROOT", "")));
        }
        if (!lacking(status) || !probe.denied()) {
            return Optional.empty();
        }
        boolean unmappable = probe.result().says("uid_map") && !status.hasSetFileCapabilities();
        return Optional.of(
                unmappable
                        ? new Finding(
                                Layer.CAPABILITIES,
                                true,
                                "uid 0, but without CAP_SETFCAP, which is needed to map uid 0 into a user namespace",
                                "run the tests as an ordinary user, or " + add(probe.container(), "SETFCAP", ""))
                        : new Finding(Layer.CAPABILITIES, false, evidence(status), sysAdmin(probe)));
    }

    static boolean lacking(ProcStatus status) {
        return status.isRoot() && !status.hasSysAdmin();
    }

    static String evidence(ProcStatus status) {
        return "uid 0, but without CAP_SYS_ADMIN: " + status.line("CapEff") + ", " + status.line("CapBnd");
    }

    /** Docker's default filter then lets everything pass that is needed, but for pivot_root; its AppArmor profile not. */
    static String sysAdmin(FailedProbe probe) {
        String confined = AppArmor.label(probe).isPresent() ? " --security-opt apparmor=unconfined" : "";
        String filtered = probe.status().hasSeccompFilter()
                ? " Docker's default seccomp profile still denies pivot_root then, which mount points need that do not"
                        + " exist in the image."
                : "";
        return add(probe.container(), "SYS_ADMIN", confined) + filtered;
    }

    private static String add(Container container, String capability, String options) {
        return switch (container) {
            case KUBERNETES -> "securityContext: {capabilities: {add: [" + capability + "]}}.";
            case DOCKER, PODMAN -> container.runWith("--cap-add " + capability + options) + ".";
            case NONE ->
                "start them with CAP_" + capability + " in the bounding set (docker run --cap-add " + capability
                        + options + "; CapabilityBoundingSet= in a systemd service).";
        };
    }
}
