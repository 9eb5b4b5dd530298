package org.isolatedmounts.internal.layout.kind;

import java.util.LinkedHashMap;
import java.util.Map;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.internal.plan.Tree;

/** {@code @TmpfsMount}. */
public final class TmpfsKind extends MountKind<TmpfsMount> {

    public TmpfsKind() {
        super(TmpfsMount.class, MountOption.NOSUID, MountOption.NODEV);
    }

    @Override
    Shared shared(TmpfsMount declared) {
        return new Shared(declared.at(), declared.readOnly(), declared.options());
    }

    @Override
    Tree tree(TmpfsMount declared, Declaration declaration) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("size", TmpfsSize.parse(declaration.text("size", declared.size())));
        parameters.put("nr_inodes", TmpfsInodes.check(declaration.constant("inodes", declared.inodes())));
        parameters.put("mode", OctalMode.parse(declaration.text("mode", declared.mode())));
        return new Tree.FileSystem("tmpfs", "tmpfs", parameters);
    }
}
