package org.isolatedmounts.internal.availability.suspect;

import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.availability.machine.CommandResult;
import org.isolatedmounts.internal.availability.machine.Machine;
import org.isolatedmounts.internal.availability.trial.Layer;
import org.isolatedmounts.internal.availability.trial.Stage;

/** Programs that are there, but lack options: those of BusyBox, and util-linux before 2.36. */
public final class UtilLinux implements Suspect {

    public static final String INSTALL =
            "install util-linux 2.36 or later, and have it on PATH: apt-get install util-linux mount"
                    + " (Debian, Ubuntu), dnf install util-linux (Fedora, RHEL), apk add util-linux setpriv"
                    + " (Alpine, whose BusyBox has programs of the same names that are not enough).";

    /**
     * {@code mount -o ro=recursive} came with 2.39, if that is built to mount by file descriptors, which it lists among
     * its features. Others take it for an ordinary {@code ro}: those before it, and that of Ubuntu 24.04.
     */
    public static boolean mountsRecursively(Machine machine) {
        return machine.run(List.of("mount", "--version")).output().contains("fd-based-mount");
    }

    @Override
    public Optional<Finding> examine(FailedProbe probe) {
        CommandResult result = probe.result();
        boolean lacksOption =
                List.of("unrecognized option", "unrecognised option", "invalid option", "unknown option").stream()
                                .anyMatch(result::says)
                        || result.says("BusyBox");
        if (!lacksOption) {
            return Optional.empty();
        }
        String version = probe.machine()
                .run(List.of(probe.stage() == Stage.DROP_RIGHTS ? "setpriv" : "unshare", "--version"))
                .output()
                .lines()
                .filter(line -> line.contains("util-linux") || line.contains("BusyBox"))
                .findFirst()
                .map(line -> "it is " + line.strip())
                .orElse("it is neither of util-linux nor of BusyBox");
        return Optional.of(new Finding(Layer.PROGRAMS, true, version, INSTALL));
    }
}
