package org.isolatedmounts.internal.layout;

import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.layout.check.LayoutCheck;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.layout.Layout;

/**
 * What a test declares in all.
 *
 * @param declared as a value, paths as they are written
 * @param plan what is to be laid
 */
public record CheckedLayout(Layout declared, LayoutPlan plan) {

    static CheckedLayout of(List<DeclaredMount> mounts, Optional<HostPropagation> hostMounts) {
        Layout declared = Layout.host();
        for (DeclaredMount mount : mounts) {
            declared = declared.with(mount.spec());
        }
        if (hostMounts.isPresent()) {
            declared = declared.hostMounts(hostMounts.get().propagation());
        }
        return new CheckedLayout(
                declared,
                LayoutCheck.check(
                        mounts.stream().map(DeclaredMount::plan).toList(),
                        hostMounts.map(HostPropagation::type).orElse(PropagationType.PRIVATE)));
    }
}
