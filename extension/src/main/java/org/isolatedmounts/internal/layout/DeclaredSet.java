package org.isolatedmounts.internal.layout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one annotation, or all of one element, declare of a layout; the nearest annotation first. */
record DeclaredSet(List<DeclaredMount> mounts, Optional<HostPropagation> hostMounts) {

    static final DeclaredSet NOTHING = new DeclaredSet(List.of(), Optional.empty());

    static DeclaredSet of(List<DeclaredMount> mounts) {
        return new DeclaredSet(mounts, Optional.empty());
    }

    DeclaredSet and(DeclaredSet farther) {
        return new DeclaredSet(
                Stream.concat(mounts.stream(), farther.mounts.stream()).toList(), hostMounts.or(farther::hostMounts));
    }
}
