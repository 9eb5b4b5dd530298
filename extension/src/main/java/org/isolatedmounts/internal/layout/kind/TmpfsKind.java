package org.isolatedmounts.internal.layout.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.TmpfsSpec;

/** {@code @TmpfsMount}. */
public final class TmpfsKind extends MountKind<TmpfsMount, TmpfsSpec> {

    public TmpfsKind() {
        super(TmpfsMount.class, TmpfsSpec.class, MountOption.NOSUID, MountOption.NODEV);
    }

    @Override
    TmpfsSpec specOf(TmpfsMount declared) {
        return new TmpfsSpec(
                declared.at(),
                declared.size(),
                declared.inodes(),
                declared.mode(),
                declared.readOnly(),
                List.of(declared.options()));
    }

    @Override
    Tree tree(TmpfsSpec spec, Declaration declaration) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("size", TmpfsSize.parse(declaration.text("size", spec.size())));
        parameters.put("nr_inodes", TmpfsInodes.check(declaration.constant("inodes", spec.inodes())));
        parameters.put("mode", OctalMode.parse(declaration.text("mode", spec.mode())));
        return new Tree.FileSystem("tmpfs", "tmpfs", parameters);
    }
}
