package org.isolatedmounts.internal.availability.suspect;

import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.availability.machine.CommandResult;
import org.isolatedmounts.internal.availability.trial.Layer;
import org.isolatedmounts.internal.availability.trial.Stage;

/** AppArmor: Ubuntu's restriction of user namespaces, and the profiles of containers, which deny mount(2). */
final class AppArmor implements Suspect {

    private static final String SYSCTL = "kernel.apparmor_restrict_unprivileged_userns";

    /** Shipped since Ubuntu 25.04: unshare(1) may make user namespaces, but its children have no rights in them. */
    private static final String UNSHARE_PROFILE = "unpriv_unshare";

    @Override
    public Optional<Finding> examine(FailedProbe probe) {
        if (!probe.denied()) {
            return Optional.empty();
        }
        return unshareProfile(probe).or(() -> profile(probe)).or(() -> restriction(probe));
    }

    private static Optional<Finding> unshareProfile(FailedProbe probe) {
        CommandResult label = probe.machine()
                .run(Stage.USER_NAMESPACE.inNamespaces(probe.status(), List.of("cat", "/proc/self/attr/current")));
        return probe.withinUserNamespace() && label.succeeded() && label.says(UNSHARE_PROFILE)
                ? Optional.of(new Finding(
                        Layer.APPARMOR,
                        true,
                        label.evidence() + "\n" + SYSCTL + " = " + probe.sysctl(SYSCTL),
                        "sudo apparmor_parser -R /etc/apparmor.d/unshare-userns-restrict && sudo sysctl -w " + SYSCTL
                                + "=0"))
                : Optional.empty();
    }

    private static Optional<Finding> restriction(FailedProbe probe) {
        String value = probe.sysctl(SYSCTL);
        return probe.withinUserNamespace() && !value.isEmpty() && !value.equals("0")
                ? Optional.of(new Finding(
                        Layer.APPARMOR,
                        true,
                        SYSCTL + " = " + value + " (the default since Ubuntu 23.10)",
                        probe.container().onHost() + "sudo sysctl -w " + SYSCTL
                                + "=0 (a step of its own on GitHub's Ubuntu runners); or, for unshare alone, an AppArmor"
                                + " profile: profile unshare /usr/bin/unshare flags=(unconfined) { userns, }"))
                : Optional.empty();
    }

    /**
     * A profile has its say in what is mounted, and in unshare(2) if it denies that itself; Ubuntu's restriction is for
     * those that have none.
     */
    private static Optional<Finding> profile(FailedProbe probe) {
        return label(probe)
                .filter(label -> probe.stage().mounts() || probe.result().accessDenied())
                .map(label -> new Finding(
                        Layer.APPARMOR,
                        probe.result().accessDenied(),
                        "/proc/self/attr/current: " + label,
                        switch (probe.container()) {
                            case KUBERNETES -> "securityContext: {appArmorProfile: {type: Unconfined}}";
                            case DOCKER, PODMAN -> probe.container().runWith("--security-opt apparmor=unconfined");
                            case NONE ->
                                "allow \"mount,\" and \"userns,\" in that profile, or run the tests unconfined by"
                                        + " it (docker run --security-opt apparmor=unconfined).";
                        }));
    }

    /** The profile that confines this process: "docker-default (enforce)". */
    static Optional<String> label(FailedProbe probe) {
        return probe.machine().read("/proc/self/attr/current").filter(label -> label.endsWith("(enforce)"));
    }
}
