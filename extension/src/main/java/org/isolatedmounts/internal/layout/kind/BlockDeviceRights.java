package org.isolatedmounts.internal.layout.kind;

import org.isolatedmounts.internal.availability.Availability;
import org.isolatedmounts.internal.availability.machine.ThisMachine;
import org.isolatedmounts.internal.layout.value.MissingRightsException;
import org.isolatedmounts.internal.linux.UserNamespace;

/** Who may mount what is on a disk. */
final class BlockDeviceRights {

    private BlockDeviceRights() {}

    /** @throws MissingRightsException if this process may not */
    static void require(Declaration declaration, String remedy) {
        if (!UserNamespace.isInitial() || Availability.needsUserNamespace(new ThisMachine())) {
            throw new MissingRightsException(declaration.declaredBy()
                    + ": needs root with CAP_SYS_ADMIN outside of user namespaces, as for others the kernel mounts no file"
                    + " system that is on a disk; run the tests as root, or " + remedy);
        }
    }
}
