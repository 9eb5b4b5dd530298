package org.isolatedmounts.internal.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;

/** {@code @TmpfsMount}. */
final class TmpfsKind extends MountKind<TmpfsMount> {

    TmpfsKind() {
        super(TmpfsMount.class);
    }

    @Override
    String at(TmpfsMount declared) {
        return declared.at();
    }

    @Override
    MountPlan plan(TmpfsMount declared, Declaration declaration) {
        String mountPoint = declaration.mountPoint(declared.at());
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("size", TmpfsSize.parse(declaration.text("size", declared.size())));
        parameters.put("nr_inodes", TmpfsInodes.check(declaration.constant("inodes", declared.inodes())));
        parameters.put("mode", OctalMode.parse(declaration.text("mode", declared.mode())));
        return new MountPlan(
                mountPoint,
                new Tree.FileSystem("tmpfs", "tmpfs", parameters),
                declared.readOnly(),
                MountOptions.words(declaration, declared.options(), MountOption.NOSUID, MountOption.NODEV),
                declaration.declaredBy());
    }
}
