package org.isolatedmounts.namespace;

import java.util.List;
import java.util.Map;

/** Why a namespace could not be entered or made, and what to do. */
final class EntryFailure {

    /** By what the C library says of an error. */
    private static final Map<String, String> HINTS = Map.of(
            "Operation not permitted",
            "EPERM. Without CAP_SYS_ADMIN this needs a user namespace, which the machine may deny or limit (sysctl"
                    + " user.max_user_namespaces, AppArmor's restriction of unprivileged user namespaces, a seccomp"
                    + " filter, a chroot)",
            "Permission denied",
            "EACCES. A security module, such as AppArmor, denies it",
            "No space left on device",
            "ENOSPC. A limit is reached (sysctl user.max_mnt_namespaces, user.max_user_namespaces)",
            "Invalid argument",
            "EINVAL. The kernel does not support it, or a user namespace has been entered before",
            "No such file or directory",
            "ENOENT. A command (unshare and nsenter of util-linux, sh of the namespace) is missing, or the handle has"
                    + " been closed");

    private EntryFailure() {}

    static NamespaceException of(List<String> words, String said) {
        String hint = HINTS.entrySet().stream()
                .filter(error -> said.contains(error.getKey()))
                .map(error -> ": " + error.getValue() + ".")
                .findFirst()
                .orElse("");
        return new NamespaceException(String.join(" ", words) + " did not lead into the namespace. "
                + (said.isEmpty() ? "It said nothing" : said) + hint);
    }
}
