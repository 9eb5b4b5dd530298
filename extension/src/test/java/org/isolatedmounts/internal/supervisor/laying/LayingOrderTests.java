package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyBind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyTmpfs;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;

import java.util.List;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.supervisor.laying.mount.Patience;
import org.junit.jupiter.api.Test;

/** Order and failures, without a kernel. */
class LayingOrderTests {

    private final ScriptedCalls script = new ScriptedCalls();

    private void lay(MountPlan... mounts) throws LayoutRefusedException {
        LayoutLayer layer = new LayoutLayer(script.asSystemCalls(), "/work");
        layer.lay("/work/proc/7", new LayoutPlan(List.of(mounts)), List.of(), "/")
                .close();
    }

    @Test
    void sourcesAreCopiedBeforeAnythingIsLaid() throws LayoutRefusedException {
        lay(tmpfs("/tmp"), readOnlyBind("/tmp/source", "/data/x"));

        assertThat(script.changes())
                .containsExactly(
                        "unshare(512)",
                        "setns(103, 131072)",
                        "fchdir(102)",
                        "chroot(\".\")",
                        "mountSetattr(-100, \"/work\", 0, 1, 0, 0)",
                        "umount2(\"/work\", 2)",
                        "openTree(-100, \"/tmp/source\", 557057)",
                        "mountSetattr(104, \"\", 36864, 1, 0, 0)",
                        "fsopen(\"tmpfs\", 1)",
                        "fsconfigString(105, \"source\", \"tmpfs\")",
                        "fsconfigString(105, \"size\", \"64m\")",
                        "fsconfigString(105, \"nr_inodes\", \"65536\")",
                        "fsconfigString(105, \"mode\", \"1777\")",
                        "fsconfigCreate(105)",
                        "fsmount(105, 1, 6)",
                        "moveMount(106, \"\", -100, \"/tmp\", 4)",
                        "moveMount(104, \"\", -100, \"/data/x\", 4)");
    }

    @Test
    void tmpfsBecomesReadOnlyLast() throws LayoutRefusedException {
        lay(readOnlyTmpfs("/a"), bind("/source", "/a/b"));

        assertThat(script.changes())
                .last()
                .asString()
                .startsWith("mountSetattr(")
                .endsWith(", \"\", 4096, 1, 0, 0)");
    }

    @Test
    void nothingIsMountedInTheSupervisorsOwnNamespace() {
        script.forkIsInSupervisorsNamespace();

        assertThatExceptionOfType(LayoutRefusedException.class)
                .isThrownBy(() -> lay(tmpfs("/tmp")))
                .withMessage("The process /work/proc/7 is in the supervisor's own mount namespace, mnt:[1]; nothing was"
                        + " mounted.");
        assertThat(script.changes()).isEmpty();
        assertThat(script.open()).isEmpty();
    }

    @Test
    void nothingIsMountedWhereSetnsDidNotLead() {
        script.setnsLeadsNowhere();

        assertThatExceptionOfType(LayoutRefusedException.class)
                .isThrownBy(() -> lay(tmpfs("/tmp")))
                .withMessage("setns(2) did not lead into the mount namespace of /work/proc/7, mnt:[2]; nothing was"
                        + " mounted.");
        assertThat(script.changes()).containsExactly("unshare(512)", "setns(103, 131072)");
        assertThat(script.open()).isEmpty();
    }

    @Test
    void momentaryBusinessIsWaitedFor() throws LayoutRefusedException {
        script.refuse("moveMount(105", Errno.EBUSY, 3).refuse("umount2", Errno.EBUSY, 1);

        lay(tmpfs("/tmp"));

        assertThat(script.changes())
                .filteredOn(call -> call.contains("\"/tmp\""))
                .hasSize(4);
    }

    @Test
    void lastingBusinessIsReported() {
        script.refuse("moveMount(105", Errno.EBUSY, Patience.ATTEMPTS);

        assertThatExceptionOfType(LayoutRefusedException.class)
                .isThrownBy(() -> lay(tmpfs("/tmp")))
                .withMessage("@TmpfsMount(at = \"/tmp\"): moveMount(105, \"\", -100, \"/tmp\", 4): EBUSY");
        assertThat(script.changes())
                .filteredOn(call -> call.contains("\"/tmp\""))
                .hasSize(Patience.ATTEMPTS);
    }

    @Test
    void descriptorsAreClosedWhateverHappens() throws LayoutRefusedException {
        lay(tmpfs("/tmp"), bind("/source", "/data"));
        assertThat(script.open()).isEmpty();

        for (String call :
                List.of("umount2", "openTree(-100, \"/source\"", "statx(-100, \"/data\"", "fsmount", "mountSetattr")) {
            script.refuse(call, Errno.EPERM, 1);
            assertThatExceptionOfType(LayoutRefusedException.class)
                    .isThrownBy(() -> lay(readOnlyTmpfs("/tmp"), bind("/source", "/data")));
            assertThat(script.open()).as(call).isEmpty();
        }
    }
}
