package org.isolatedmounts.internal.availability.suspect;

import java.util.Optional;
import org.isolatedmounts.internal.availability.machine.Container;
import org.isolatedmounts.internal.availability.trial.Layer;
import org.isolatedmounts.internal.availability.trial.Stage;

/** Loop devices belong to the root of the machine, and containers do not see them. */
final class LoopDevices implements Suspect {

    private static final String CONTROL = "/dev/loop-control";

    @Override
    public Optional<Finding> examine(FailedProbe probe) {
        return probe.stage() == Stage.LOOP && noDevice(probe)
                ? Optional.of(new Finding(Layer.LOOP_DEVICE, true, CONTROL + " exists", fix(probe.container())))
                : Optional.empty();
    }

    /** mount(8) says EPERM then, as if somebody denied it. */
    static Optional<Finding> missing(FailedProbe probe) {
        return probe.stage() == Stage.LOOP && !probe.machine().exists(CONTROL)
                ? Optional.of(new Finding(
                        Layer.LOOP_DEVICE,
                        true,
                        "there are no loop devices here: " + CONTROL + " does not exist",
                        fix(probe.container())))
                : Optional.empty();
    }

    static Optional<Finding> forRootOnly(FailedProbe probe) {
        return noDevice(probe) || probe.denied()
                ? Optional.of(new Finding(
                        Layer.CAPABILITIES,
                        true,
                        "in a user namespace the kernel mounts no file system images",
                        "run tests that need it as root, outside of user namespaces."))
                : Optional.empty();
    }

    private static boolean noDevice(FailedProbe probe) {
        return probe.result().says("loop device");
    }

    private static String fix(Container container) {
        return switch (container) {
            case KUBERNETES -> "securityContext: {privileged: true}";
            case DOCKER, PODMAN -> container.runWith("--privileged");
            case NONE -> "sudo modprobe loop (in a container: docker run --privileged).";
        };
    }
}
