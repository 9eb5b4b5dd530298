package org.isolatedmounts.internal.layout.kind;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.ReadOnlyPath;
import org.isolatedmounts.WritablePath;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.plan.CopiedTree;
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
        Attribute source = declaration.text("source", spec.source());
        if (Resource.isMeant(source)) {
            return copied(spec, source, declaration);
        }
        return new Tree.Copy(declaration.source("source", spec.source()), spec.recursive(), spec.optional(), false);
    }

    /** A resource is always a copy: what a test writes must not reach the output of the build. */
    private static Tree copied(BindSpec spec, Attribute source, Declaration declaration) {
        if (spec.optional()) {
            throw declaration
                    .constant("optional", true)
                    .breaks("must be left out for what is on the class path", "a resource is part of the build");
        }
        Resource resource = Resource.find(source, declaration.classLoader());
        if (!resource.isDirectory()) {
            return Tree.NewFile.of(CopiedContent.read(source, declaration), "644", Map.of());
        }
        CopiedTree content = CopiedTrees.of(source, resource, Map.of());
        return new Tree.FileSystem("tmpfs", "tmpfs", Map.of("mode", "755"), Tree.FileSystem.ALL, content);
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
