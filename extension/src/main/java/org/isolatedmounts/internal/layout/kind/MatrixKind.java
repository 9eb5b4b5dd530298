package org.isolatedmounts.internal.layout.kind;

import java.util.List;
import org.isolatedmounts.LayoutMatrix;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.StandardLayout;
import org.isolatedmounts.layout.MountSpec;
import org.isolatedmounts.layout.TmpfsSpec;

/** {@code @LayoutMatrix}: its mounts are for one invocation each. */
final class MatrixKind extends TmpfsKind<LayoutMatrix> {

    MatrixKind() {
        super(LayoutMatrix.class, "at");
    }

    @Override
    public boolean isForInvocations() {
        return true;
    }

    @Override
    List<TmpfsSpec> specsOf(LayoutMatrix declared) {
        return StandardLayout.of(declared).stream()
                .map(layout -> spec(layout, declared.at()))
                .toList();
    }

    private static TmpfsSpec spec(StandardLayout layout, String at) {
        TmpfsSpec writable = MountSpec.tmpfs(at);
        return switch (layout) {
            case WRITABLE -> writable;
            case READ_ONLY -> writable.readOnly(true);
            case FULL -> writable.size("1m").free("0");
            case ALMOST_FULL -> writable.size("1m").free("4k");
            case NO_INODES -> writable.inodes(1);
            case NO_EXEC -> writable.options(MountOption.NOEXEC);
        };
    }
}
