package org.isolatedmounts.internal.availability.suspect;

import java.util.Optional;
import org.isolatedmounts.internal.availability.trial.Layer;

/** A security module that none of the others has found: unshare(2) fails with EACCES for no other reason. */
final class SecurityModule implements Suspect {

    private static final String MODULES = "/sys/kernel/security/lsm";

    @Override
    public Optional<Finding> examine(FailedProbe probe) {
        boolean isOfModule =
                probe.result().says("unshare failed") && probe.result().accessDenied();
        boolean isNamed = new AppArmor().examine(probe).isPresent()
                || new SeLinux().examine(probe).isPresent();
        return isOfModule && !isNamed
                ? Optional.of(new Finding(
                        Layer.SECURITY_MODULE,
                        true,
                        "EACCES from unshare(2): neither the kernel's own rules nor a seccomp filter of a container say so\n"
                                + MODULES + ": " + probe.machine().read(MODULES).orElse("cannot be read"),
                        "look in the kernel log and the audit log (dmesg, ausearch) for the module and its rule, and let"
                                + " that allow user and mount namespaces; in a container it is on the host."))
                : Optional.empty();
    }
}
