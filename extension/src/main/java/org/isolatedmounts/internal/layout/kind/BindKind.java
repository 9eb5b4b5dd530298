package org.isolatedmounts.internal.layout.kind;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.ReadOnlyPath;
import org.isolatedmounts.WritablePath;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.BindSpec;
import org.isolatedmounts.layout.MountSpec;

/** The annotations that stand for bind mounts. */
abstract class BindKind<A extends Annotation> extends MountKind<A, BindSpec> {

    private BindKind(Class<A> annotation, String attribute) {
        super(annotation, attribute, BindSpec.class);
    }

    @Override
    Tree tree(BindSpec spec, Declaration declaration) {
        return new Tree.Copy(declaration.source("source", spec.source()), spec.recursive(), spec.optional(), false);
    }

    /** {@code @BindMount}. */
    static final class Mount extends BindKind<BindMount> {

        Mount() {
            super(BindMount.class, "at");
        }

        @Override
        List<BindSpec> specsOf(BindMount declared) {
            return List.of(BindSpec.of(declared));
        }
    }

    /** {@code @ReadOnlyPath}. */
    static final class ReadOnly extends BindKind<ReadOnlyPath> {

        ReadOnly() {
            super(ReadOnlyPath.class, "value");
        }

        @Override
        List<BindSpec> specsOf(ReadOnlyPath declared) {
            return Stream.of(declared.value()).map(MountSpec::readOnlyPath).toList();
        }
    }

    /** {@code @WritablePath}. */
    static final class Writable extends BindKind<WritablePath> {

        Writable() {
            super(WritablePath.class, "value");
        }

        @Override
        List<BindSpec> specsOf(WritablePath declared) {
            return Stream.of(declared.value()).map(MountSpec::writablePath).toList();
        }
    }
}
