package org.isolatedmounts.internal.layout.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.DiskMount;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.OctalMode;
import org.isolatedmounts.internal.layout.value.OwnerSyntax;
import org.isolatedmounts.internal.layout.value.TmpfsSize;
import org.isolatedmounts.internal.plan.DiskContent;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.DiskSpec;

/** {@code @DiskMount}. */
final class DiskKind extends MountKind<DiskMount, DiskSpec> {

    private static final String EXAMPLE = "{\"errors=remount-ro\", \"discard\"}";

    DiskKind() {
        super(DiskMount.class, "at", DiskSpec.class, MountOption.NOSUID, MountOption.NODEV);
    }

    @Override
    List<DiskSpec> specsOf(DiskMount declared) {
        return List.of(DiskSpec.of(declared));
    }

    @Override
    Tree tree(DiskSpec spec, Declaration declaration) {
        Attribute size = declaration.text("size", spec.size());
        long bytes = TmpfsSize.bytes(size);
        List<String> mkfs = Mkfs.command(
                declaration.text("type", spec.type()),
                spec.mkfsOptions().stream()
                        .map(option -> declaration.text("mkfsOptions", option))
                        .toList(),
                size,
                bytes);
        Map<String, String> parameters = new LinkedHashMap<>();
        declaration.addSuperOptions(spec.superOptions(), EXAMPLE, Map.of(), parameters);
        long free = spec.free().isEmpty()
                ? Tree.FileSystem.ALL
                : TmpfsSize.free(declaration.text("free", spec.free()), size);
        Map<String, String> owner = OwnerSyntax.parameters(declaration.text("owner", spec.owner()));
        DiskContent content = new DiskContent.Made(
                mkfs,
                bytes,
                OctalMode.parse(declaration.text("mode", spec.mode())),
                owner,
                free,
                CopiedTrees.of(declaration.text("copyOf", spec.copyOf()), TmpfsSize.most(size), owner, declaration));
        // at last: a mistake is one for everybody
        BlockDeviceRights.require(
                declaration, "use @TmpfsMount, which can be small (`size`), full (`free`) and without inodes, too");
        return new Tree.Disk(spec.type(), content, parameters);
    }
}
