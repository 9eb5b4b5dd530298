package org.isolatedmounts.internal.availability.suspect;

import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.availability.machine.CommandResult;
import org.isolatedmounts.internal.availability.trial.Layer;
import org.isolatedmounts.internal.availability.trial.Stage;

/** A system call filter, of a container or of a systemd unit. */
final class Seccomp implements Suspect {

    /** Without options this calls unshare(0), which the kernel itself never denies. */
    private static final List<String> UNSHARE_NOTHING = List.of("unshare", "--", "sh", "-c", "true");

    @Override
    public Optional<Finding> examine(FailedProbe probe) {
        boolean likeAFilter = probe.result().notPermitted() || probe.result().says("Function not implemented");
        if (!probe.status().hasSeccompFilter() || !likeAFilter) {
            return Optional.empty();
        }
        String filtered = probe.status().line("Seccomp") + " (/proc/self/status: system calls are filtered)";
        CommandResult nothing = probe.machine().run(UNSHARE_NOTHING);
        boolean proven = !nothing.succeeded();
        return Optional.of(new Finding(
                Layer.SECCOMP,
                proven,
                proven ? filtered + "\n" + nothing.evidence() + " (unshare(0), which only a filter denies)" : filtered,
                fix(probe)));
    }

    /** A filter that passes all else needs one call more: Docker's own, with CAP_SYS_ADMIN added. */
    private static String fix(FailedProbe probe) {
        return (probe.stage() == Stage.NEW_ROOT
                        ? "let the profile allow pivot_root too (a copy of Docker's default one with it: docker run"
                                + " --security-opt seccomp=<file>). Or without a profile: "
                        : "")
                + withoutProfile(probe);
    }

    private static String withoutProfile(FailedProbe probe) {
        boolean confined = AppArmor.label(probe).isPresent();
        return switch (probe.container()) {
            case KUBERNETES ->
                "securityContext: {seccompProfile: {type: Unconfined}"
                        + (confined ? ", appArmorProfile: {type: Unconfined}" : "") + "}";
            case DOCKER, PODMAN -> probe.container().runWith(unconfined(confined)) + calls();
            case NONE ->
                "let the filter pass the calls. In a container: docker run " + unconfined(confined) + calls()
                        + " In a systemd service: RestrictNamespaces=no, and @mount in SystemCallFilter=.";
        };
    }

    private static String unconfined(boolean confined) {
        return "--security-opt seccomp=unconfined" + (confined ? " --security-opt apparmor=unconfined" : "");
    }

    private static String calls() {
        return ", or a profile that allows unshare, setns, clone, mount, umount2, pivot_root, open_tree, move_mount,"
                + " fsopen, fsconfig, fsmount and mount_setattr.";
    }
}
