package org.isolatedmounts.internal.discovery.mirror;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A container that each fork of its tests begins and ends, while the host's tree has it once. */
interface EndsInForks {

    /** Called when this container has ended in the fork of one of its tests, with what it failed with, if it did. */
    void ended(Supplier<@Nullable Throwable> failure);
}
