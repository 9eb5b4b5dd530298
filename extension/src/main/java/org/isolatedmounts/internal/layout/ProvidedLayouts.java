package org.isolatedmounts.internal.layout;

import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.task.ProviderCall;
import org.isolatedmounts.layout.Layout;

/** Has providers of layouts called, where their code may run. */
@FunctionalInterface
public interface ProvidedLayouts {

    /**
     * The answer of a provider.
     *
     * @param declaredBy as messages name it
     * @throws InvalidLayoutException if it has none
     */
    Layout of(ProviderCall call, String declaredBy) throws InterruptedException;
}
