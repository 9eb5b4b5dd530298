package org.isolatedmounts.internal.layout.kind;

import java.util.List;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.BindSpec;

/** {@code @BindMount}. */
final class BindKind extends MountKind<BindMount, BindSpec> {

    BindKind() {
        super(BindMount.class, "at", BindSpec.class);
    }

    @Override
    List<BindSpec> specsOf(BindMount declared) {
        return List.of(BindSpec.of(declared));
    }

    @Override
    Tree tree(BindSpec spec, Declaration declaration) {
        return new Tree.Copy(declaration.source(spec.source()), spec.recursive(), spec.optional());
    }
}
