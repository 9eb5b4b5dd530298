package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.plan.PropagationType.PRIVATE;
import static org.isolatedmounts.internal.plan.PropagationType.SHARED;
import static org.isolatedmounts.internal.plan.PropagationType.SLAVE;
import static org.isolatedmounts.internal.plan.PropagationType.SLAVE_AND_SHARED;
import static org.isolatedmounts.internal.plan.PropagationType.UNBINDABLE;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bindOfLayout;
import static org.isolatedmounts.internal.supervisor.laying.Plans.propagating;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.layout.check.LayoutCheck;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.mountinfo.MountPropagation;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the tables of mount_namespaces(7) and of the kernel's document on shared subtrees say of changes in a laid layout: a process
 * with the right to do so changes types, moves, unmounts, and clones the namespace.
 */
class PropagationChangeTests extends PropagationTestCase {

    private static final String TABLE = "cat /proc/self/mountinfo";

    PropagationChangeTests(Laboratory laboratory) {
        super(laboratory);
    }

    @ParameterizedTest
    @EnumSource
    void changesOfType(PropagationType type) throws IOException {
        for (String change : List.of("shared", "slave", "private", "unbindable")) {
            MountTable table = after("mount --make-" + change + " a", source(type));
            assertIs(made(change, type), at("a", table), type + " made " + change);
        }
    }

    /** What has no peer has nothing to be a slave of but the master that it has already. */
    private static PropagationType made(String change, PropagationType type) {
        return switch (change) {
            case "shared" -> type.isSlave() ? SLAVE_AND_SHARED : SHARED;
            case "slave" ->
                switch (type) {
                    case SHARED -> PRIVATE;
                    case SLAVE_AND_SHARED -> SLAVE;
                    case SLAVE, PRIVATE, UNBINDABLE -> type;
                };
            case "private" -> PRIVATE;
            default -> UNBINDABLE;
        };
    }

    @Test
    void aSlaveOfItsFormerPeers() throws IOException {
        List<MountPlan> mounts = new ArrayList<>(source(SHARED));
        mounts.add(propagating(bindOfLayout(home.resolve("a"), directory("peer"), false), SHARED));

        MountTable table = after("mount --make-slave a", mounts);

        assertThat(at("a", table).isShared()).isFalse();
        assertThat(at("a", table).master())
                .isPresent()
                .isEqualTo(at("peer", table).peerGroup());
    }

    /** Every source to every destination. */
    @ParameterizedTest
    @EnumSource
    void moves(PropagationType source) throws IOException {
        for (PropagationType parent : PropagationType.values()) {
            String row = source + " to " + parent;
            List<MountPlan> mounts = new ArrayList<>(source(source));
            mounts.addAll(parent(parent));
            boolean refused = source == UNBINDABLE && parent.isShared();
            MountTable table =
                    after("mkdir p/x; mount -n --move a p/x " + (refused ? "2>/dev/null && exit 1" : ""), mounts);
            if (refused) {
                assertIs(UNBINDABLE, at("a", table), row);
                assertThat(mounts("p/x", table)).as(row).isEmpty();
                continue;
            }
            MountPropagation moved = at("p/x", table);
            assertThat(moved.isShared()).as(row).isEqualTo(source.isShared() || parent.isShared());
            assertThat(moved.isSlave()).as(row).isEqualTo(source.isSlave());
            assertThat(moved.unbindable()).as(row).isEqualTo(source == UNBINDABLE);
            assertThat(mounts("a", table)).as(row).isEmpty();
            assertThat(mounts("q/x", table)).as(row).hasSize(parent == SHARED ? 1 : 0);
            if (parent == SHARED) {
                assertThat(at("q/x", table).peerGroup()).as(row).isEqualTo(moved.peerGroup());
            }
        }
    }

    @Test
    void whatLiesOnASharedMountIsNotMoved() throws IOException {
        List<MountPlan> mounts = new ArrayList<>(parent(SHARED));
        mounts.add(tmpfs(home.resolve("p/x")));
        directory("elsewhere");

        MountTable table = after("mount -n --move p/x elsewhere 2>/dev/null && exit 1", mounts);

        assertThat(mounts("p/x", table)).hasSize(1);
        assertThat(mounts("elsewhere", table)).isEmpty();
    }

    /** What a peer or a slave has got goes with what it was got from; what a slave has of its own goes nowhere else. */
    @ParameterizedTest
    @EnumSource
    void unmounts(PropagationType parent) throws IOException {
        List<MountPlan> mounts = parent(parent);
        String mount = "mkdir q/mine q/theirs; mount -t tmpfs tmpfs p/mine; mount -t tmpfs tmpfs q/theirs; ";
        boolean receives = parent.isSlave() || parent.isShared();

        MountTable before = after(mount + "true", mounts);
        assertThat(mounts("p/mine", before)).hasSize(1);
        assertThat(mounts("q/mine", before)).hasSize(parent == SHARED ? 1 : 0);
        assertThat(mounts("p/theirs", before)).hasSize(receives ? 1 : 0);

        MountTable mine = after(mount + "umount p/mine", mounts);
        assertThat(mounts("p/mine", mine)).isEmpty();
        assertThat(mounts("q/mine", mine)).isEmpty();
        assertThat(mounts("p/theirs", mine)).hasSize(receives ? 1 : 0);

        MountTable theirs = after(mount + "umount q/theirs", mounts);
        assertThat(mounts("q/theirs", theirs)).isEmpty();
        assertThat(mounts("p/theirs", theirs)).isEmpty();
        assertThat(mounts("p/mine", theirs)).hasSize(1);
    }

    @Test
    void whatHasAMountInItStays() throws IOException {
        MountTable table = after(
                "mkdir q/x; mount -t tmpfs tmpfs q/x; mkdir p/x/in-it; mount -t tmpfs tmpfs p/x/in-it; umount q/x",
                parent(SLAVE));

        assertThat(mounts("q/x", table)).isEmpty();
        assertThat(mounts("p/x", table)).hasSize(1);
        assertThat(mounts("p/x/in-it", table)).hasSize(1);
    }

    /** A mount of the copied namespace is a peer of the original, or a slave of the same master, and sends and receives so. */
    @ParameterizedTest
    @EnumSource
    void clones(PropagationType type) throws IOException {
        List<MountPlan> mounts = parent(type);
        String clone = "unshare --mount --propagation unchanged ";
        String[] tables = output(TABLE + "; echo; " + clone + TABLE, mounts).split("\n\n", -1);
        MountPropagation original = at("p", MountTable.parse(tables[0]));
        MountPropagation copy = at("p", MountTable.parse(tables[1]));
        assertThat(copy.peerGroup()).isEqualTo(original.peerGroup());
        assertThat(copy.master()).isEqualTo(original.master());

        MountTable sent = after("mkdir p/x; " + clone + "mount -t tmpfs tmpfs p/x", mounts);
        assertThat(mounts("p/x", sent)).hasSize(type.isShared() ? 1 : 0);
        assertThat(mounts("q/x", sent)).hasSize(type == SHARED ? 1 : 0);

        String mountInOriginal = "nsenter --target $PPID --mount mount -t tmpfs tmpfs $PWD/q/x";
        String received = output("mkdir q/x; " + clone + "sh -ec '" + mountInOriginal + "; " + TABLE + "'", mounts);
        assertThat(mounts("p/x", MountTable.parse(received))).hasSize(type.isShared() || type.isSlave() ? 1 : 0);
    }

    /** The mounts of the layout after a script in its home directory. */
    private MountTable after(String script, List<MountPlan> mounts) throws IOException {
        return MountTable.parse(output(script + "; " + TABLE, mounts));
    }

    private String output(String script, List<MountPlan> mounts) throws IOException {
        String output = observation(LayoutCheck.check(mounts, PRIVATE), "set -e; " + script)
                .output();
        assertThat(output).as(script).contains(" / ");
        return output;
    }
}
