package org.isolatedmounts.internal.layout.kind;

import java.util.List;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.BindSpec;

/** {@code @BindMount}. */
public final class BindKind extends MountKind<BindMount, BindSpec> {

    public BindKind() {
        super(BindMount.class, BindSpec.class);
    }

    @Override
    BindSpec specOf(BindMount declared) {
        return new BindSpec(
                declared.source(),
                declared.at(),
                declared.readOnly(),
                declared.recursive(),
                List.of(declared.options()));
    }

    @Override
    Tree tree(BindSpec spec, Declaration declaration) {
        return new Tree.Copy(declaration.source(spec.source()), spec.recursive());
    }
}
