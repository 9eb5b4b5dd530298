package org.isolatedmounts.internal.availability.suspect;

import org.isolatedmounts.internal.availability.machine.CommandResult;
import org.isolatedmounts.internal.availability.machine.Container;
import org.isolatedmounts.internal.availability.machine.Machine;
import org.isolatedmounts.internal.availability.machine.ProcStatus;
import org.isolatedmounts.internal.availability.trial.Stage;

/** A stage that did not succeed, to be explained by the suspects. */
public record FailedProbe(Machine machine, ProcStatus status, Container container, Stage stage, CommandResult result) {

    boolean denied() {
        return result.notPermitted() || result.accessDenied();
    }

    /** Also root may be in one already: the root of a container that is nobody on its host. */
    boolean inUserNamespace() {
        return status.needsUserNamespace()
                || machine.read("/proc/self/uid_map")
                        .filter(map -> !map.strip().matches("0\\s+0\\s+4294967295"))
                        .isPresent();
    }

    /** Whether the rules for user namespaces may explain it: if all that is required works, they do not. */
    boolean withinUserNamespace() {
        return status.needsUserNamespace() && stage.makesNamespaces();
    }

    /** The value of a sysctl such as {@code user.max_user_namespaces}; "" if the kernel has none of that name. */
    String sysctl(String name) {
        return machine.read("/proc/sys/" + name.replace('.', '/')).orElse("");
    }
}
