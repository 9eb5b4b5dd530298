package org.isolatedmounts.internal.layout.kind;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.FullDisk;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.OutOfInodes;
import org.isolatedmounts.SeparateDevices;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.MountSpec;
import org.isolatedmounts.layout.TmpfsSpec;

/** The annotations that stand for tmpfs mounts. */
abstract class TmpfsKind<A extends Annotation> extends MountKind<A, TmpfsSpec> {

    TmpfsKind(Class<A> annotation, String attribute) {
        super(annotation, attribute, TmpfsSpec.class, MountOption.NOSUID, MountOption.NODEV);
    }

    @Override
    Tree tree(TmpfsSpec spec, Declaration declaration) {
        return TmpfsTree.of(spec, declaration);
    }

    /** {@code @TmpfsMount}. */
    static final class Mount extends TmpfsKind<TmpfsMount> {

        Mount() {
            super(TmpfsMount.class, "at");
        }

        @Override
        List<TmpfsSpec> specsOf(TmpfsMount declared) {
            return List.of(TmpfsSpec.of(declared));
        }
    }

    /** {@code @FullDisk}; no larger than it must be, as what fills it takes memory. */
    static final class Full extends TmpfsKind<FullDisk> {

        Full() {
            super(FullDisk.class, "value");
        }

        @Override
        List<TmpfsSpec> specsOf(FullDisk declared) {
            return List.of(MountSpec.tmpfs(declared.value()).size("1m").free("0"));
        }
    }

    /** {@code @OutOfInodes}. */
    static final class WithoutInodes extends TmpfsKind<OutOfInodes> {

        WithoutInodes() {
            super(OutOfInodes.class, "value");
        }

        @Override
        List<TmpfsSpec> specsOf(OutOfInodes declared) {
            return List.of(MountSpec.tmpfs(declared.value()).inodes(1));
        }
    }

    /** {@code @SeparateDevices}. */
    static final class Separate extends TmpfsKind<SeparateDevices> {

        Separate() {
            super(SeparateDevices.class, "value");
        }

        @Override
        List<TmpfsSpec> specsOf(SeparateDevices declared) {
            return Stream.of(declared.value()).map(MountSpec::tmpfs).toList();
        }
    }
}
