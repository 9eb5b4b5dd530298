package org.isolatedmounts.internal.availability.suspect;

import java.util.Optional;
import org.isolatedmounts.internal.availability.trial.Layer;

/** The switch that Debian's kernels, and those of others, have had for a long time. */
final class UserNamespaceSysctl implements Suspect {

    private static final String SYSCTL = "kernel.unprivileged_userns_clone";

    @Override
    public Optional<Finding> examine(FailedProbe probe) {
        boolean denies = probe.withinUserNamespace()
                && probe.denied()
                && probe.sysctl(SYSCTL).equals("0");
        return denies
                ? Optional.of(new Finding(
                        Layer.USER_NAMESPACE_SYSCTL,
                        true,
                        SYSCTL + " = 0",
                        probe.container().onHost() + "sudo sysctl -w " + SYSCTL
                                + "=1 (to keep it, write it to a file in /etc/sysctl.d)."))
                : Optional.empty();
    }
}
