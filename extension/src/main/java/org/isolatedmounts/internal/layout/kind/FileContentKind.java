package org.isolatedmounts.internal.layout.kind;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.isolatedmounts.FileContent;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.OctalMode;
import org.isolatedmounts.internal.layout.value.OwnerSyntax;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.FileContentSpec;

/** {@code @FileContent}. */
final class FileContentKind extends MountKind<FileContent, FileContentSpec> {

    FileContentKind() {
        super(FileContent.class, "at", FileContentSpec.class, MountOption.NOSUID, MountOption.NODEV);
    }

    @Override
    List<FileContentSpec> specsOf(FileContent declared) {
        return List.of(FileContentSpec.of(declared));
    }

    @Override
    Tree tree(FileContentSpec spec, Declaration declaration) {
        return Tree.NewFile.of(
                content(spec, declaration),
                OctalMode.parse(declaration.text("mode", spec.mode())),
                OwnerSyntax.parameters(declaration.text("owner", spec.owner())));
    }

    private static byte[] content(FileContentSpec spec, Declaration declaration) {
        Attribute copyOf = declaration.text("copyOf", spec.copyOf());
        if (spec.copyOf().isEmpty()) {
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(spec.text())) {
                throw declaration
                        .constant("text", "\"...\"")
                        .breaks(
                                "must be text that UTF-8 can encode",
                                "it has one half of a surrogate pair: correct it, or use `copyOf` for bytes");
            }
            return spec.text().getBytes(StandardCharsets.UTF_8);
        }
        if (!spec.text().isEmpty()) {
            throw copyOf.breaks("must be left out if there is a `text`", "write one of them");
        }
        return CopiedContent.read(copyOf, declaration);
    }
}
