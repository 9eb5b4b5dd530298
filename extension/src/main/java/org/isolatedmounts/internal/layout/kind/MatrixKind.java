package org.isolatedmounts.internal.layout.kind;

import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.layout.LayoutMatrix;
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
        return Stream.of(declared.value())
                .flatMap(layout -> layout.at(declared.at()).mounts().stream())
                .map(TmpfsSpec.class::cast)
                .toList();
    }
}
