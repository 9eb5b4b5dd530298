package org.isolatedmounts.internal.availability.suspect;

import java.util.Optional;

/** What the kernel refuses in user namespaces or for want of a device, so that nobody else needs to be asked. */
final class KernelRules implements Suspect {

    @Override
    public Optional<Finding> examine(FailedProbe probe) {
        if (!probe.inUserNamespace()) {
            return LoopDevices.missing(probe);
        }
        return switch (probe.stage()) {
            case NEW_PROC -> NewProc.masked(probe);
            case LOOP -> LoopDevices.forRootOnly(probe);
            default -> Optional.empty();
        };
    }
}
