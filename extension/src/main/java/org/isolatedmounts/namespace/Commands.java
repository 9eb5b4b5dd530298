package org.isolatedmounts.namespace;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The commands of util-linux that enter and make namespaces, and what to do when they fail. */
final class Commands {

    /** What the C library calls an error, in the locale C. */
    private static final Map<String, String> HINTS = Map.of(
            "Operation not permitted",
            "EPERM: without CAP_SYS_ADMIN this needs user namespaces, which the machine denies or limits (sysctl"
                    + " user.max_user_namespaces, AppArmor's restriction of unprivileged user namespaces, a seccomp"
                    + " filter, a chroot)",
            "Permission denied",
            "EACCES: a security module, such as AppArmor, denies it",
            "No space left on device",
            "ENOSPC: a limit of namespaces is reached (sysctl user.max_mnt_namespaces, user.max_user_namespaces)",
            "Invalid argument",
            "EINVAL: the kernel does not support it, or the namespace cannot be entered from here",
            "No such file or directory",
            "ENOENT: the command does not exist in that namespace, as seen from its root directory");

    private Commands() {}

    static Process start(ProcessBuilder builder) throws NamespaceException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new NamespaceException(
                    "Cannot start " + builder.command().get(0) + " (" + e.getMessage()
                            + "). Fix: install util-linux, and let its commands be found by PATH.",
                    e);
        }
    }

    static NamespaceException failure(List<String> command, String said) {
        String hint = HINTS.entrySet().stream()
                .filter(error -> said.contains(error.getKey()))
                .map(error -> " (" + error.getValue() + ")")
                .findFirst()
                .orElse("");
        return new NamespaceException(String.join(" ", command) + ": " + said + hint);
    }
}
