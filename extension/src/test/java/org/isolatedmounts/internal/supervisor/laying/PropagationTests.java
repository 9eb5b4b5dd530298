package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.isolatedmounts.internal.plan.PropagationType.PRIVATE;
import static org.isolatedmounts.internal.plan.PropagationType.SHARED;
import static org.isolatedmounts.internal.plan.PropagationType.SLAVE;
import static org.isolatedmounts.internal.plan.PropagationType.UNBINDABLE;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bindOfLayout;
import static org.isolatedmounts.internal.supervisor.laying.Plans.propagating;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.isolatedmounts.internal.layout.check.LayoutCheck;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.mountinfo.MountPropagation;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of mount_namespaces(7) and of the kernel's document on shared subtrees, as far as layouts reach. */
class PropagationTests extends PropagationTestCase {

    PropagationTests(Laboratory laboratory) {
        super(laboratory);
    }

    /** Every source, on every destination, as every type. */
    @ParameterizedTest
    @EnumSource
    void bindMounts(PropagationType source) throws IOException {
        for (PropagationType parent : PropagationType.values()) {
            for (PropagationType type : PropagationType.values()) {
                List<MountPlan> mounts = new ArrayList<>(source(source));
                mounts.addAll(parent(parent));
                mounts.add(propagating(bindOfLayout(home.resolve("a"), home.resolve("p/x"), false), type));
                String row = source + " on " + parent + " as " + type;
                if (isRefused(source, parent, type)) {
                    assertThatExceptionOfType(InvalidLayoutException.class)
                            .as(row)
                            .isThrownBy(() -> LayoutCheck.check(mounts, PRIVATE));
                } else {
                    LayoutPlan layout = LayoutCheck.check(mounts, PRIVATE);
                    assertBound(
                            row,
                            source,
                            parent,
                            type,
                            parent == SHARED
                                    ? laid(layout)
                                    : MountTable.parse(
                                            observation(layout, "true").mountInfo()));
                }
            }
        }
    }

    /** What is unbindable is no source, a slave needs a master, and what lies on a shared mount is shared. */
    private static boolean isRefused(PropagationType source, PropagationType parent, PropagationType type) {
        boolean hasMaster = source.isSlave() || source.isShared();
        return source == UNBINDABLE
                || (type.isSlave() && !hasMaster)
                || (type == SHARED && source.isSlave())
                || (type == SLAVE && parent.isShared());
    }

    private void assertBound(
            String row, PropagationType source, PropagationType parent, PropagationType type, MountTable table) {
        MountPropagation original = at("a", table);
        MountPropagation bound = at("p/x", table);
        assertIs(parent, at("p", table), row);
        assertThat(bound.isShared()).as(row).isEqualTo(type.isShared());
        assertThat(bound.unbindable()).as(row).isEqualTo(type == UNBINDABLE);
        OptionalInt master = source.isShared() ? original.peerGroup() : original.master();
        assertThat(bound.master()).as(row).isEqualTo(type.isSlave() ? master : OptionalInt.empty());
        assertThat(bound.isShared() && bound.peerGroup().equals(original.peerGroup()))
                .as(row)
                .isEqualTo(type == SHARED && source == SHARED);
        boolean replicated = mounts("q/x", table).findAny().isPresent();
        assertThat(replicated).as(row).isEqualTo(parent == SHARED);
        if (replicated && type.isShared()) {
            assertThat(at("q/x", table).peerGroup()).as(row).isEqualTo(bound.peerGroup());
        }
    }

    /** A new file system on every destination. */
    @ParameterizedTest
    @EnumSource
    void newFileSystems(PropagationType parent) throws IOException {
        for (PropagationType type : List.of(PRIVATE, SHARED, UNBINDABLE)) {
            List<MountPlan> mounts = new ArrayList<>(parent(parent));
            mounts.add(propagating(tmpfs(home.resolve("p/x")), type));
            String row = type + " on " + parent;
            MountTable table = laid(LayoutCheck.check(mounts, PRIVATE));
            assertIs(type, at("p/x", table), row);
            assertIs(parent, at("p", table), row);
            assertThat(mounts("q/x", table).findAny().isPresent()).as(row).isEqualTo(parent == SHARED);
        }
    }

    @Test
    void whatIsMountedOnAPeerArrivesAtItsSlavesAndNotTheOtherWayRound() throws IOException {
        directory("other");
        MountTable table = laid(LayoutCheck.check(
                List.of(
                        propagating(tmpfs(directory("m")), SHARED),
                        propagating(bindOfLayout(home.resolve("m"), directory("slave"), false), SLAVE),
                        propagating(bindOfLayout(home.resolve("m"), directory("peer"), false), SHARED),
                        tmpfs(home.resolve("peer/down")),
                        tmpfs(home.resolve("slave/not-up"))),
                PRIVATE));

        assertThat(mounts("m/down", table)).hasSize(1);
        assertThat(mounts("slave/down", table)).hasSize(1);
        assertThat(mounts("m/not-up", table)).isEmpty();
        assertThat(mounts("peer/not-up", table)).isEmpty();
    }

    @Test
    void aRecursiveBindLeavesOutWhatIsUnbindable() throws IOException {
        MountTable table = laid(LayoutCheck.check(
                List.of(
                        tmpfs(directory("a")),
                        propagating(tmpfs(home.resolve("a/left-out")), UNBINDABLE),
                        tmpfs(home.resolve("a/taken")),
                        bindOfLayout(home.resolve("a"), directory("b"), false)),
                PRIVATE));

        assertThat(mounts("b/taken", table)).hasSize(1);
        assertThat(mounts("b/left-out", table)).isEmpty();
    }

    @Test
    void submountsOfARecursiveBindGetTheSameType() throws IOException {
        MountTable table = laid(new LayoutPlan(
                List.of(propagating(Plans.bind(laboratory.shared(), directory("at")), SHARED)), PRIVATE));

        assertThat(at("at", table).isShared()).isTrue();
        assertThat(at("at/sub", table).isShared()).isTrue();
    }

    @Test
    void theMountsOfTheHostAreSharedWithinTheTest() throws IOException {
        MountTable table = laid(LayoutCheck.check(
                List.of(tmpfs(directory("private")), propagating(tmpfs(directory("a")), UNBINDABLE), tmpfs("/new")),
                SHARED));

        assertThat(table.mounts())
                .filteredOn(mount -> !mount.mountPoint().startsWith(home + "/")
                        && !mount.mountPoint().equals("/new"))
                .isNotEmpty()
                .allSatisfy(mount -> assertThat(mount.propagation().isShared()).isTrue());
        assertThat(at("private", table).isPrivate()).isTrue();
        assertThat(at("a", table).unbindable()).isTrue();
    }

    @Test
    void whatIsDeclaredSharedInAPrivateBindStaysSo() throws IOException {
        directory("pool");
        MountTable table = laid(LayoutCheck.check(
                List.of(
                        Plans.bind(home, directory("at")),
                        propagating(tmpfs(home.resolve("at/pool")), SHARED),
                        propagating(bindOfLayout(home.resolve("at/pool"), directory("peer"), false), SHARED)),
                SHARED));

        assertThat(at("at", table).isPrivate()).isTrue();
        assertThat(at("at/pool", table).peerGroup())
                .isPresent()
                .isEqualTo(at("peer", table).peerGroup());
    }

    /** By hand, too. */
    private MountTable laid(LayoutPlan layout) throws IOException {
        Observation observation = observation(layout, "true");
        ByHand.assertSame(laboratory, observation);
        return MountTable.parse(observation.mountInfo());
    }
}
