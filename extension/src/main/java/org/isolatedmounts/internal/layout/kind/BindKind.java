package org.isolatedmounts.internal.layout.kind;

import org.isolatedmounts.BindMount;
import org.isolatedmounts.internal.plan.Tree;

/** {@code @BindMount}. */
public final class BindKind extends MountKind<BindMount> {

    public BindKind() {
        super(BindMount.class);
    }

    @Override
    Shared shared(BindMount declared) {
        return new Shared(declared.at(), declared.readOnly(), declared.options());
    }

    @Override
    Tree tree(BindMount declared, Declaration declaration) {
        return new Tree.Copy(declaration.source(declared.source()), declared.recursive());
    }
}
