package org.isolatedmounts.internal.layout;

import org.isolatedmounts.Propagation;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.plan.PropagationType;

/**
 * What {@code @HostMounts} says.
 *
 * @param declaredBy as messages name it
 */
record HostPropagation(Propagation propagation, String declaredBy) {

    PropagationType type() {
        if (propagation == Propagation.UNBINDABLE) {
            throw Attribute.constant(declaredBy, "propagation", propagation)
                    .breaks(
                            "must be PRIVATE, SLAVE, SHARED or SLAVE_AND_SHARED",
                            "declare what is to be unbindable as a @BindMount of its own");
        }
        return PropagationType.valueOf(propagation.name());
    }
}
