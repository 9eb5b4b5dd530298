package org.isolatedmounts.internal.layout.kind;

import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.AbsentPath;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.AbsentPathSpec;
import org.isolatedmounts.layout.MountSpec;

/** {@code @AbsentPath}. */
final class AbsentPathKind extends MountKind<AbsentPath, AbsentPathSpec> {

    AbsentPathKind() {
        super(AbsentPath.class, "value", AbsentPathSpec.class);
    }

    @Override
    List<AbsentPathSpec> specsOf(AbsentPath declared) {
        return Stream.of(declared.value()).distinct().map(MountSpec::absentPath).toList();
    }

    @Override
    Tree tree(AbsentPathSpec spec, Declaration declaration) {
        return new Tree.Absent();
    }

    @Override
    boolean followsLinks() {
        return false;
    }
}
