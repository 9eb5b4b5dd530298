package org.isolatedmounts.internal.layout.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.isolatedmounts.internal.plan.PropagationType.PRIVATE;
import static org.isolatedmounts.internal.plan.PropagationType.SHARED;
import static org.isolatedmounts.internal.plan.PropagationType.SLAVE;
import static org.isolatedmounts.internal.plan.PropagationType.SLAVE_AND_SHARED;
import static org.isolatedmounts.internal.plan.PropagationType.UNBINDABLE;

import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of propagation types that cannot be had; {@code PropagationTests} has all that can. */
class PropagationRulesTests {

    private static final String NO_PEERS_OF_THE_HOST =
            "as `source` \"/etc\" is on a mount that is not shared, but is %s;"
                    + " declare @HostMounts(propagation = Propagation.SLAVE) to have what the host mounts, or show a shared mount of"
                    + " the test with `layout:`";

    @ParameterizedTest
    @EnumSource(names = {"SLAVE", "SLAVE_AND_SHARED"})
    void aNewFileSystemHasNoMaster(PropagationType type) {
        refuse(
                "@TmpfsMount(at = \"/a\"): `propagation` must be PRIVATE, SHARED or UNBINDABLE, as a new file system has no"
                        + " master, but is " + type + "; declare a @BindMount of it with source = \"layout:/a\"",
                PRIVATE,
                tmpfs("/a", type));
    }

    @ParameterizedTest
    @EnumSource(names = {"SLAVE", "SLAVE_AND_SHARED"})
    void aSlaveNeedsAMaster(PropagationType type) {
        refuse(
                "@BindMount(at = \"/b\"): `propagation` must be PRIVATE, SHARED or UNBINDABLE, "
                        + NO_PEERS_OF_THE_HOST.formatted(type),
                PRIVATE,
                bind(Source.ofHost("/etc"), "/b", type));
        refuse(
                "@BindMount(at = \"/b\"): `propagation` must be PRIVATE, SHARED or UNBINDABLE, as `source` \"layout:/a\" is"
                        + " on a mount that is not shared, but is " + type
                        + "; write propagation = Propagation.SHARED in @TmpfsMount(at = \"/a\")",
                SLAVE,
                tmpfs("/a", PRIVATE),
                bind(Source.ofLayout("/a"), "/b", type));
        accept(SLAVE, bind(Source.ofHost("/etc"), "/b", type));
        accept(SLAVE_AND_SHARED, bind(Source.ofLayout("/etc"), "/b", type));
    }

    @Test
    void whatIsSharedOfTheHostHasNoSlaves() {
        refuse(
                "@BindMount(at = \"/b\"): `propagation` must be PRIVATE, SHARED or UNBINDABLE, as `source` \"layout:/etc\" is on a"
                        + " mount that is not shared, but is SLAVE; what @HostMounts shares has no slaves: show a shared mount that"
                        + " the test declares",
                SHARED,
                bind(Source.ofLayout("/etc"), "/b", SLAVE));
    }

    @Test
    void aPeerHasTheSameMaster() {
        refuse(
                "@BindMount(at = \"/c\"): `propagation` must be another one, as `source` \"layout:/b\" is on a mount that has"
                        + " a master, but is SHARED; @BindMount(at = \"/b\") says so: write Propagation.SLAVE_AND_SHARED",
                PRIVATE,
                tmpfs("/a", SHARED),
                bind(Source.ofLayout("/a"), "/b", SLAVE),
                bind(Source.ofLayout("/b"), "/c", SHARED));
        refuse(
                "@BindMount(at = \"/b\"): `propagation` must be another one, as `source` \"/etc\" is on a mount that has a"
                        + " master, but is SHARED; @HostMounts says so: write Propagation.SLAVE_AND_SHARED",
                SLAVE,
                bind(Source.ofHost("/etc"), "/b", SHARED));
    }

    @Test
    void whatIsMountedOnASharedMountIsShared() {
        refuse(
                "@BindMount(at = \"/a/b\"): `propagation` must be another one on a shared mount, as all that is mounted there"
                        + " is shared, but is SLAVE; @TmpfsMount(at = \"/a\") is that mount: write Propagation.SLAVE_AND_SHARED,"
                        + " or mount elsewhere",
                PRIVATE,
                tmpfs("/a", SHARED),
                tmpfs("/m", SHARED),
                bind(Source.ofLayout("/m"), "/a/b", SLAVE));
    }

    @Test
    void whatIsUnbindableIsNoSource() {
        refuse(
                "@BindMount(at = \"/b\"): `source` must not be on an unbindable mount (EINVAL), but is \"layout:/a\";"
                        + " @TmpfsMount(at = \"/a\") makes it so: write Propagation.PRIVATE there, or another path",
                PRIVATE,
                tmpfs("/a", UNBINDABLE),
                bind(Source.ofLayout("/a"), "/b", PRIVATE));
    }

    @Test
    void whatTheHostHasNotIsNotMadeOnASharedMount() {
        refuse(
                "@TmpfsMount(at = \"/b/missing\"): `at` must exist, as nothing covers a mount that is SHARED, but is \"/b/missing\";"
                        + " @BindMount(at = \"/b\") shows the host there, which is not changed: create it on"
                        + " the host before the run, or make that mount private",
                PRIVATE,
                bind(Source.ofHost("/etc"), "/b", SHARED),
                tmpfs("/b/missing", PRIVATE));
        refuse(
                "@TmpfsMount(at = \"/b/missing\"): `at` must exist, as nothing covers a mount that is UNBINDABLE, but is"
                        + " \"/b/missing\"; @BindMount(at = \"/b\") shows the host there, which is not changed: create it on"
                        + " the host before the run, or make that mount private",
                PRIVATE,
                bind(Source.ofHost("/etc"), "/b", UNBINDABLE),
                tmpfs("/b/missing", PRIVATE));
        refuse(
                "@TmpfsMount(at = \"/b/missing\"): `at` must exist, as nothing covers a mount that is SHARED, but is \"/b/missing\";"
                        + " @BindMount(at = \"/b\") is read-only, so that it cannot be made: write readOnly = false there, or make"
                        + " that mount private",
                PRIVATE,
                tmpfs("/a", SHARED),
                new MountPlan(
                        "/b",
                        new Tree.Copy(Source.ofLayout("/a"), true),
                        true,
                        List.of(),
                        SHARED,
                        true,
                        "@BindMount(at = \"/b\")",
                        "at"),
                tmpfs("/b/missing", PRIVATE));
        accept(PRIVATE, bind(Source.ofHost("/"), "/b", SHARED), tmpfs("/b/etc", PRIVATE));
        accept(PRIVATE, tmpfs("/a", SHARED), bind(Source.ofLayout("/a"), "/b", SHARED), tmpfs("/b/missing", PRIVATE));
    }

    private static MountPlan tmpfs(String at, PropagationType type) {
        return new MountPlan(
                at,
                new Tree.FileSystem("tmpfs", "tmpfs", Map.of()),
                false,
                List.of(),
                type,
                true,
                "@TmpfsMount(at = \"" + at + "\")",
                "at");
    }

    private static MountPlan bind(Source source, String at, PropagationType type) {
        return new MountPlan(
                at, new Tree.Copy(source, true), false, List.of(), type, true, "@BindMount(at = \"" + at + "\")", "at");
    }

    private static void accept(PropagationType hostMounts, MountPlan... mounts) {
        assertThat(LayoutCheck.check(List.of(mounts), hostMounts).mounts()).containsExactlyInAnyOrder(mounts);
    }

    private static void refuse(String message, PropagationType hostMounts, MountPlan... mounts) {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> LayoutCheck.check(List.of(mounts), hostMounts))
                .withMessage(message);
    }
}
