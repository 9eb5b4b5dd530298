package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyTmpfs;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfsFilled;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfsOf;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfsWith;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tmpfs has and lacks. */
class TmpfsLayingTests extends LaboratoryTestCase {

    TmpfsLayingTests(Laboratory laboratory) {
        super(laboratory);
    }

    @Test
    void tmpfsIsEmptyAndOfTheUser() throws IOException {
        Path at = directory("at");
        file("at/hidden", "");

        assertThat(laid("ls -A at; stat -c '%a %u %F' at; id -u", tmpfs(at)))
                .isEqualTo("1777 %1$d directory\n%1$d\n".formatted(laboratory.user()));
        assertThat(laid("stat -c %a at", tmpfs(at, "64m", 10, "0750"))).isEqualTo("750\n");
    }

    @Test
    void tmpfsTakesNoMoreThanItsSize() throws IOException {
        assertThat(laid(
                        "head -c 100000 /dev/zero > at/a && head -c 100000 /dev/zero > at/b",
                        tmpfs(directory("at"), "128k", 99, "1777")))
                .contains("No space left on device");
    }

    @Test
    void tmpfsTakesNoMoreThanItsInodes() throws IOException {
        assertThat(laid("cd at; touch a b 2>&1; touch c; ls", tmpfs(directory("at"), "1m", 3, "1777")))
                .contains("touch: cannot touch 'c': No space left on device", "a\nb\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4096, 4096", "8191, 4096", "1044480, 1044480", "1048576, 1048576", "99999999, 1048576"})
    void tmpfsHasNoMoreRoomThanIsFree(long free, long left) throws IOException {
        assertThat(laid(
                        "cd at; stat -f -c '%b %a' .; ls -A; : > empty && ls; head -c " + left
                                + " /dev/zero > empty && echo fits;" + " head -c 1 /dev/zero >> empty",
                        tmpfsFilled(directory("at"), free, false)))
                .startsWith("256 " + left / 4096 + "\nempty\n")
                .contains("fits\n", "No space left on device");
    }

    @Test
    void tmpfsThatIsFullCanBeReadOnly() throws IOException {
        assertThat(laid("stat -f -c %a at; touch at/a", tmpfsFilled(directory("at"), 0, true)))
                .startsWith("0\n")
                .contains("Read-only file system");
    }

    @Test
    void tmpfsBelongsToTheOwnerThatWasAskedFor() throws IOException {
        Path at = directory("at");

        assertThat(laid("stat -c %u at", tmpfsOf(at, "uid", "" + laboratory.user())))
                .isEqualTo(laboratory.user() + "\n");
        if (laboratory.isRoot()) {
            assertThat(laid("stat -c %u:%g at", tmpfsOf(at, "gid", "4711"))).isEqualTo("0:4711\n");
        }
    }

    @Test
    void tmpfsTakesFlagsAndOptionsOfItsOwn() throws IOException {
        Path at = directory("at");

        assertThat(laid("grep ' " + at + " ' /proc/self/mountinfo", tmpfsOf(at, "inode64", "")))
                .contains(",inode64");
        assertThat(laid("grep ' " + at + " ' /proc/self/mountinfo", tmpfsOf(at, "huge", "never")))
                .contains(" tmpfs ");
        assertThat(laboratory.lay("true", tmpfsOf(at, "no_such_option", "")).refusal())
                .contains("@TmpfsMount(at = \"" + at + "\"): fsconfig(", "no_such_option", "EINVAL", "`superOptions`");
    }

    @Test
    void tmpfsCanBeReadOnlyForItsOwnerToo() throws IOException {
        assertThat(laid("touch at/a", readOnlyTmpfs(directory("at"), "nosuid", "nodev")))
                .contains("Read-only file system");
    }

    @Test
    void tmpfsFlagsAreThoseDeclared() throws IOException {
        Path at = directory("at");
        String script = "cp /bin/true at/program; at/program && echo ran; grep ' " + at + " ' /proc/self/mountinfo";

        assertThat(laid(script, tmpfs(at))).contains("ran\n", " rw,nosuid,nodev,relatime");
        assertThat(laid(script, tmpfsWith(at, "noexec")))
                .contains("Permission denied", " rw,noexec,relatime")
                .doesNotContain("ran\n");
    }
}
