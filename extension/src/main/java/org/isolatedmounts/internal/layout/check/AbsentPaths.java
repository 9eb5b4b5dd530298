package org.isolatedmounts.internal.layout.check;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.plan.MountPlan;

/** What is to be absent, whether it has to be taken away for that or not: nothing else may make it. */
final class AbsentPaths {

    private final Map<Path, MountPlan> paths = new LinkedHashMap<>();

    void add(Path path, MountPlan plan) {
        paths.put(path, plan);
    }

    boolean contain(Path path) {
        return paths.keySet().stream().anyMatch(path::startsWith);
    }

    void refuse(Attribute at, Path path) {
        paths.forEach((absent, plan) -> {
            if (path.startsWith(absent)) {
                throw at.breaks(
                        "must not lie in what another annotation takes away",
                        plan.declaredBy() + " does: remove one of them");
            }
        });
    }
}
