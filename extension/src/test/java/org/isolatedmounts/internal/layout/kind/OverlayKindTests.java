package org.isolatedmounts.internal.layout.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.MountSpec;
import org.isolatedmounts.layout.OverlaySpec;
import org.junit.jupiter.api.Test;

class OverlayKindTests {

    @Test
    void showsWhatIsAtItsMountPoint() {
        assertThat(tree(MountSpec.overlay("/a//b/")))
                .isEqualTo(new Tree.Overlay(List.of(Source.ofLayout("/a/b")), Map.of()));
    }

    @Test
    void showsPathsOfTheHostAndOfTheLayout() {
        assertThat(tree(MountSpec.overlay("/o")
                        .lower("x", "/y/../z", "layout:/l/")
                        .superOptions("metacopy=on", "volatile")))
                .isEqualTo(new Tree.Overlay(
                        List.of(Source.ofHost("/project/x"), Source.ofHost("/y/../z"), Source.ofLayout("/l")),
                        Map.of("metacopy", "on", "volatile", "")));
    }

    @Test
    void refusesOtherLayersThanLower() {
        assertRefused(
                MountSpec.overlay("/o").superOptions("lowerdir=/a"),
                "`superOptions` must not be options that have an attribute, but are \"lowerdir=/a\"; write `lower` instead");
        assertRefused(
                MountSpec.overlay("/o").superOptions("upperdir=/a"),
                "`superOptions` must not say where writes go, but are \"upperdir=/a\"; they are thrown away with the fork:"
                        + " leave this option out");
    }

    @Test
    void refusesMoreLayersThanTheKernelTakes() {
        assertRefused(
                MountSpec.overlay("/o").lower(Collections.nCopies(81, "/a").toArray(String[]::new)),
                "`lower` must be at most 80, but is 81 directories; copy some of them into one directory");
    }

    @Test
    void refusesAPathOfTheLayoutThatIsNotAbsolute() {
        assertRefused(
                MountSpec.overlay("/o").lower("layout:a"),
                "`lower` must have an absolute path after `layout:`, but is \"layout:a\"; write \"layout:/a\" for what the"
                        + " test's mounts have at that path, or a path alone for what the host has");
    }

    private static Tree tree(OverlaySpec spec) {
        return new OverlayKind().plan(spec, declaration()).tree();
    }

    private static void assertRefused(OverlaySpec spec, String problem) {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> tree(spec))
                .withMessage("@OverlayMount: " + problem);
    }

    private static Declaration declaration() {
        return new Declaration(
                "@OverlayMount", Path.of("/project"), key -> Optional.empty(), OverlayKindTests.class.getClassLoader());
    }
}
