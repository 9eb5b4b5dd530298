package org.isolatedmounts.internal.availability.suspect;

import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.availability.trial.Layer;

/** {@code user.max_*_namespaces}; the kernel says ENOSPC when one is reached, here or in an outer user namespace. */
final class NamespaceLimits implements Suspect {

    @Override
    public Optional<Finding> examine(FailedProbe probe) {
        if (!probe.result().says("No space left on device") && !probe.result().says("Too many users")) {
            return Optional.empty();
        }
        List<String> limits = limits(probe);
        List<String> zero =
                limits.stream().filter(limit -> probe.sysctl(limit).equals("0")).toList();
        return Optional.of(zero.isEmpty() ? reached(probe, limits) : forbidden(probe, zero));
    }

    private static Finding forbidden(FailedProbe probe, List<String> zero) {
        return new Finding(
                Layer.NAMESPACE_LIMIT,
                true,
                String.join("\n", zero.stream().map(limit -> limit + " = 0").toList()),
                probe.container().onHost() + "sudo sysctl -w "
                        + String.join(
                                " ",
                                zero.stream().map(limit -> limit + "=15000").toList())
                        + " (to keep it, write it to a file in /etc/sysctl.d).");
    }

    private static Finding reached(FailedProbe probe, List<String> limits) {
        return new Finding(
                Layer.NAMESPACE_LIMIT,
                true,
                String.join(
                        "\n",
                        limits.stream()
                                .map(limit -> limit + " = " + probe.sysctl(limit))
                                .toList()),
                "end what holds the namespaces (lsns lists them) or raise the limit. If it is far from reached, then a"
                        + " limit of an outer user namespace is (that of the container, or 32 user namespaces inside"
                        + " one another): look there.");
    }

    private static List<String> limits(FailedProbe probe) {
        return switch (probe.stage()) {
            case USER_NAMESPACE -> List.of("user.max_user_namespaces");
            case MOUNT_NAMESPACE -> List.of("user.max_mnt_namespaces");
            case PID_NAMESPACE -> List.of("user.max_pid_namespaces");
            default -> List.of("user.max_user_namespaces", "user.max_mnt_namespaces", "user.max_pid_namespaces");
        };
    }
}
