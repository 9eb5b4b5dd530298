package org.isolatedmounts.internal.layout;

import org.isolatedmounts.BindMount;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;

/** {@code @BindMount}. */
final class BindKind extends MountKind<BindMount> {

    BindKind() {
        super(BindMount.class);
    }

    @Override
    String at(BindMount declared) {
        return declared.at();
    }

    @Override
    MountPlan plan(BindMount declared, Declaration declaration) {
        String mountPoint = declaration.mountPoint(declared.at());
        String source = declaration.source(declared.source());
        return new MountPlan(
                mountPoint,
                new Tree.Copy(source, declared.recursive()),
                declared.readOnly(),
                MountOptions.words(declaration, declared.options()),
                declaration.declaredBy());
    }
}
