package org.isolatedmounts.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.isolatedmounts.assertj.Examples.TABLE_OF_EXAMPLES;
import static org.isolatedmounts.assertj.MountAssertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the assertions on one mount say when they fail. That they pass and fail is in their Javadoc. */
class MountEntryAssertTests {

    private static final String APP = "/etc/app  ext4  /dev/sda1[/home/me/app]  ro,relatime  shared:1";
    private static final String DATA = "/data  tmpfs  tmpfs  rw,noexec  private";
    private static final MountEntry ROOT = mountAt("/");

    private static MountEntry mountAt(String mountPoint) {
        return TABLE_OF_EXAMPLES.at(mountPoint).orElseThrow();
    }

    private static void fails(ThrowingCallable assertion, String message) {
        AssertionError error = catchThrowableOfType(AssertionError.class, assertion);
        assertThat(error).isNotNull().hasMessage("\n" + message);
    }

    static Stream<Arguments> failuresOnData() {
        return Stream.of(
                failing("to have mount point \"/x\", but it has mount point \"/data\"", it -> it.hasMountPoint("/x")),
                failing("to have type \"ext4\", but it has type \"tmpfs\"", it -> it.hasType("ext4")),
                failing("to have source \"\", but it has source \"tmpfs\"", it -> it.hasSource("")),
                failing("to have root \"/x\", but it has root \"/\"", it -> it.hasRoot("/x")),
                failing("to have option \"ro\", but it has options rw,noexec", it -> it.hasOption("ro")),
                failing("not to have option \"rw\", but it has options rw,noexec", it -> it.doesNotHaveOption("rw")),
                failing(
                        "to have super option \"size=1m\", but it has super options rw,size=64k",
                        it -> it.hasSuperOption("size=1m")),
                failing(
                        "not to have super option \"rw\", but it has super options rw,size=64k",
                        it -> it.doesNotHaveSuperOption("rw")),
                failing("to be read-only, but it is read-write", MountEntryAssert::isReadOnly),
                failing("to be shared, but it is private", MountEntryAssert::isShared),
                failing("to be a slave, but it is private", MountEntryAssert::isSlave),
                failing("to be unbindable, but it is private", MountEntryAssert::isUnbindable),
                failing("to be a peer of the mount at \"/\" (shared:1), but it is private", it -> it.isPeerOf(ROOT)),
                failing("to be a slave of the mount at \"/\" (shared:1), but it is private", it -> it.isSlaveOf(ROOT)),
                failing(
                        "to be mounted on the mount at \"/proc\" (id 2), but it is mounted on the one with id 1",
                        it -> it.isMountedOn(mountAt("/proc"))),
                failing(
                        "to be on the filesystem of the mount at \"/\" (device 8:1), but it is on device 0:31",
                        it -> it.isOnSameFileSystemAs(ROOT)));
    }

    private static Arguments failing(String message, Consumer<MountEntryAssert> assertion) {
        return arguments(message, assertion);
    }

    @ParameterizedTest
    @MethodSource("failuresOnData")
    void namesWhatWasExpectedAndWhatThereIs(String message, Consumer<MountEntryAssert> assertion) {
        fails(
                () -> assertion.accept(assertThat(mountAt("/data"))),
                "Expecting the mount at \"/data\" " + message + ":\n" + DATA);
    }

    @Test
    void tellsWhetherItIsTheMountOrItsFilesystemThatIsReadOnly() {
        MountEntry readOnly =
                MountTable.parse("1 0 8:1 / / rw - ext4 disk ro\n").roots().get(0);

        fails(
                () -> assertThat(mountAt("/etc/app")).isReadWrite(),
                "Expecting the mount at \"/etc/app\" to be read-write, but it is read-only:\n" + APP);
        fails(
                () -> assertThat(readOnly).isReadWrite(),
                "Expecting the mount at \"/\" to be read-write, but it is read-only like its whole filesystem:\n"
                        + "/  ext4  disk  rw  private");
    }

    @Test
    void tellsThePropagationThatItFound() {
        fails(
                () -> assertThat(mountAt("/etc/app")).isPrivate(),
                "Expecting the mount at \"/etc/app\" to be private, but it is shared:1:\n" + APP);
        fails(
                () -> assertThat(mountAt("/etc/app")).isNotPeerOf(ROOT),
                "Expecting the mount at \"/etc/app\" not to be a peer of the mount at \"/\" (shared:1), but it is"
                        + " shared:1:\n" + APP);
    }

    @Test
    void mountsThatAreNotSharedAreNoPeers() {
        assertThat(mountAt("/data")).isNotPeerOf(mountAt("/secret")).isPrivate();
        assertThat(mountAt("/secret")).isPrivate().isUnbindable();
    }

    @Test
    void showsTheMountsAboveWhereItKnowsTheTable() {
        fails(() -> assertThat(TABLE_OF_EXAMPLES).mountAt("/data/cache").hasSource("lower"), """
                Expecting the mount at "/data/cache" to have source "lower", but it has source "upper":
                /                           ext4   /dev/sda1  rw,relatime  shared:1
                └─ /data                    tmpfs  tmpfs      rw,noexec    private
                   └─ /data/cache (hidden)  tmpfs  lower      rw           private
                      └─ /data/cache        tmpfs  upper      rw           private""");
    }

    @Test
    void messagesOfAssertJAreShortToo() {
        fails(() -> assertThat(mountAt("/data")).isEqualTo(ROOT), """
                expected: /  ext4  /dev/sda1  rw,relatime  shared:1
                 but was: /data  tmpfs  tmpfs  rw,noexec  private""");
    }

    @Test
    void nullIsNoMount() {
        fails(() -> assertThat((MountEntry) null).isShared(), "Expecting actual not to be null");
    }
}
