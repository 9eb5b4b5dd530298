package org.isolatedmounts.internal.availability.suspect;

import java.util.Optional;
import java.util.regex.Pattern;
import org.isolatedmounts.internal.availability.trial.Layer;

/** SELinux: since Linux 6.1 it can deny user namespaces, and it can deny mounts. */
final class SeLinux implements Suspect {

    private static final Pattern CONTEXT = Pattern.compile("[^:() ]+:[^:() ]+:[^:() ]+(:.*)?");

    @Override
    public Optional<Finding> examine(FailedProbe probe) {
        if (!probe.result().accessDenied() || permissive(probe)) {
            return Optional.empty();
        }
        return probe.machine()
                .read("/proc/self/attr/current")
                .filter(context -> CONTEXT.matcher(context).matches())
                .map(context -> new Finding(
                        Layer.SELINUX,
                        true,
                        "/proc/self/attr/current: " + context,
                        fix(probe, context.split(":", -1)[2])));
    }

    /** Within containers the switch cannot be read; then the denial itself says that it is on. */
    private static boolean permissive(FailedProbe probe) {
        return probe.machine()
                .read("/sys/fs/selinux/enforce")
                .filter("0"::equals)
                .isPresent();
    }

    private static String fix(FailedProbe probe, String type) {
        return switch (probe.container()) {
            case KUBERNETES -> "securityContext: {seLinuxOptions: {type: spc_t}}";
            case DOCKER, PODMAN -> probe.container().runWith("--security-opt label=disable");
            case NONE ->
                "let " + type + " do it: sudo ausearch -m AVC -ts recent | audit2allow -M isolatedmounts &&"
                        + " sudo semodule -i isolatedmounts.pp";
        };
    }
}
