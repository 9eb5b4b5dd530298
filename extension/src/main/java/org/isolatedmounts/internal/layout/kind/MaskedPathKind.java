package org.isolatedmounts.internal.layout.kind;

import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.MaskedPath;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.MaskedPathSpec;
import org.isolatedmounts.layout.MountSpec;

/** {@code @MaskedPath}. */
final class MaskedPathKind extends MountKind<MaskedPath, MaskedPathSpec> {

    MaskedPathKind() {
        super(MaskedPath.class, "value", MaskedPathSpec.class, MountOption.NOSUID, MountOption.NODEV);
    }

    @Override
    List<MaskedPathSpec> specsOf(MaskedPath declared) {
        return Stream.of(declared.value()).map(MountSpec::maskedPath).toList();
    }

    @Override
    Tree tree(MaskedPathSpec spec, Declaration declaration) {
        return new Tree.Mask(false);
    }
}
