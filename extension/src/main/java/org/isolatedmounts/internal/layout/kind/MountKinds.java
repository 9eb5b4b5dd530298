package org.isolatedmounts.internal.layout.kind;

import java.util.List;
import java.util.Optional;
import org.isolatedmounts.layout.MountSpec;

/** The kinds of mounts. A kind is added here; nothing else knows how many there are. */
public final class MountKinds {

    private static final List<MountKind<?, ?>> ALL = List.of(
            new TmpfsKind.Mount(),
            new BindKind.Mount(),
            new OverlayKind(),
            new DiskKind(),
            new ImageKind(),
            new FileContentKind(),
            new TmpfsKind.Full(),
            new TmpfsKind.WithoutInodes(),
            new TmpfsKind.Separate(),
            new BindKind.ReadOnly(),
            new BindKind.Writable(),
            new MaskedPathKind(),
            new AbsentPathKind(),
            new MatrixKind());

    private MountKinds() {}

    /** The kind whose annotation has all attributes of a mount. */
    public static MountKind<?, ?> of(MountSpec<?> spec) {
        return ALL.stream().filter(kind -> kind.isOf(spec)).findFirst().orElseThrow();
    }

    public static Optional<MountKind<?, ?>> of(Class<?> annotationType) {
        return ALL.stream().filter(kind -> kind.annotation() == annotationType).findFirst();
    }
}
