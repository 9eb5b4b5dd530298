package org.isolatedmounts.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.Propagation;
import org.isolatedmounts.internal.plan.task.LayoutBytes;
import org.junit.jupiter.api.Test;

class LayoutTests {

    private static final MountSpec<?> DATA = MountSpec.tmpfs("/data").size("1m");
    private static final MountSpec<?> APP = MountSpec.bind("app").at("/etc/app");

    @Test
    void addsMounts() {
        assertThat(Layout.host().mounts()).isEmpty();
        assertThat(Layout.host().with(DATA).with(APP).mounts()).containsExactly(DATA, APP);
    }

    @Test
    void theLaterMountAtAMountPointReplacesTheEarlierWhateverItsKind() {
        MountSpec<?> bind = MountSpec.bind("data").at("/data");

        assertThat(Layout.host().with(DATA, APP).with(bind).mounts()).containsExactly(APP, bind);
        assertThat(Layout.host().with(DATA).with(Layout.host().with(bind)).mounts())
                .containsExactly(bind);
    }

    @Test
    void slashesThatMeanNothingMakeNoOtherMountPoint() {
        MountSpec<?> other = MountSpec.tmpfs("//data/");

        assertThat(Layout.host().with(DATA).with(other).mounts()).containsExactly(other);
    }

    @Test
    void twoAtOnceAtOneMountPointAreAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layout.host().with(DATA, APP, MountSpec.tmpfs("/data")))
                .withMessageContaining("`at` must differ")
                .withMessageContaining("\"/data\"");
    }

    @Test
    void equalLayoutsHaveEqualMountsInAnyOrder() {
        Layout one = Layout.host().with(DATA, APP);
        Layout other = Layout.host().with(MountSpec.bind("app").at("/etc/app")).with(DATA);

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).isNotEqualTo(Layout.host().with(DATA));
        assertThat(one)
                .isNotEqualTo(Layout.host()
                        .with(DATA, MountSpec.bind("app").at("/etc/app").readOnly(false)));
        assertThat(one).hasToString("Layout" + List.of(DATA, APP));
    }

    @Test
    void layoutsTravelBetweenJvms() {
        Layout layout = Layout.host()
                .with(
                        MountSpec.tmpfs("/a")
                                .inodes(7)
                                .options(MountOption.NOEXEC, MountOption.NOATIME)
                                .superOptions("noswap"),
                        MountSpec.bind("layout:/a").at("/b").readOnly(false).propagation(Propagation.SHARED),
                        MountSpec.overlay("/c").lower("/x", "layout:/y"),
                        MountSpec.disk("/d").mkfsOptions("-L", "label"),
                        MountSpec.image("app.img").at("/e").followLinks(false),
                        MountSpec.fileContent("/f").text("\0ü\n"),
                        MountSpec.maskedPath("/g"),
                        MountSpec.absentPath("/h"))
                .hostMounts(Propagation.SLAVE);

        assertThat(LayoutBytes.read(LayoutBytes.write(layout), Layout.class))
                .isEqualTo(layout)
                .hasToString(layout.toString());
    }

    @Test
    void nothingElseTravels() {
        byte[] map = LayoutBytes.write(new HashMap<>(Map.of("a", "b")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayoutBytes.read(map, Layout.class))
                .withMessageContaining("REJECTED");
        assertThatIllegalArgumentException().isThrownBy(() -> LayoutBytes.read(new byte[] {1, 2, 3}, Layout.class));
    }

    @Test
    void valuesDoNotChange() {
        TmpfsSpec data = MountSpec.tmpfs("/data");

        TmpfsSpec other = data.size("1m").inodes(9).mode("0700").readOnly(true).options(MountOption.NOEXEC);

        assertThat(data).isEqualTo(MountSpec.tmpfs("/data"));
        assertThat(other)
                .isNotEqualTo(data)
                .hasToString(
                        "@TmpfsMount(at = /data, inodes = 9, mode = 0700, options = [NOEXEC], readOnly = true, size = 1m)");
        assertThat(other.options()).containsExactly(MountOption.NOEXEC).isUnmodifiable();
        assertThat(other.size("64m").inodes(65_536).mode("1777").readOnly(false).options(new MountOption[0]))
                .isEqualTo(data)
                .hasSameHashCodeAs(data);
    }

    @Test
    void thePropagationOfTheHostsMountsIsOfTheLayoutThatSaysItLast() {
        Layout slave = Layout.host().with(DATA).hostMounts(Propagation.SLAVE);

        assertThat(Layout.host().hostMounts()).isEmpty();
        assertThat(slave.hostMounts()).hasValue(Propagation.SLAVE);
        assertThat(slave.with(APP).hostMounts()).hasValue(Propagation.SLAVE);
        assertThat(slave.with(Layout.host().hostMounts(Propagation.SHARED)).hostMounts())
                .hasValue(Propagation.SHARED);
        assertThat(slave).isNotEqualTo(Layout.host().with(DATA));
        assertThat(slave.with(Layout.host().hostMounts(Propagation.PRIVATE)).hostMounts())
                .hasValue(Propagation.PRIVATE);
        assertThat(slave).hasToString("Layout[" + DATA + "] with @HostMounts(SLAVE)");
    }
}
