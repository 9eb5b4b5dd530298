package org.isolatedmounts.internal.layout.kind;

import java.util.LinkedHashMap;
import java.util.Map;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.OctalMode;
import org.isolatedmounts.internal.layout.value.OwnerSyntax;
import org.isolatedmounts.internal.layout.value.TmpfsInodes;
import org.isolatedmounts.internal.layout.value.TmpfsSize;
import org.isolatedmounts.internal.plan.CopiedTree;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.TmpfsSpec;

/** The parameters of tmpfs(5) that the attributes of a mount mean. */
final class TmpfsTree {

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "size", "size", "nr_blocks", "size", "nr_inodes", "inodes", "mode", "mode", "uid", "owner", "gid", "owner");

    private static final String EXAMPLE = "{\"huge=always\", \"noswap\"}";

    private TmpfsTree() {}

    static Tree of(TmpfsSpec spec, Declaration declaration) {
        Attribute size = declaration.text("size", spec.size());
        Attribute inodes = declaration.constant("inodes", spec.inodes());
        Map<String, String> owner = OwnerSyntax.parameters(declaration.text("owner", spec.owner()));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("size", TmpfsSize.parse(size));
        parameters.put("nr_inodes", TmpfsInodes.check(inodes));
        parameters.put("mode", OctalMode.parse(declaration.text("mode", spec.mode())));
        parameters.putAll(owner);
        declaration.addSuperOptions(spec.superOptions(), EXAMPLE, ATTRIBUTES, parameters);
        CopiedTree content =
                CopiedTrees.of(declaration.text("copyOf", spec.copyOf()), TmpfsSize.most(size), owner, declaration);
        if (spec.free().isEmpty()) {
            return new Tree.FileSystem("tmpfs", "tmpfs", parameters, Tree.FileSystem.ALL, content);
        }
        // the file that takes the rest is not one of those that the test may make
        parameters.put("nr_inodes", TmpfsInodes.oneMore(inodes));
        long free = TmpfsSize.free(declaration.text("free", spec.free()), size);
        return new Tree.FileSystem("tmpfs", "tmpfs", parameters, free, content);
    }
}
