package org.isolatedmounts.internal.layout.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.MountSpec;
import org.isolatedmounts.layout.TmpfsSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TmpfsTreeTests {

    private static final TmpfsSpec SPEC = MountSpec.tmpfs("/data").size("64k").inodes(3);
    private static final Declaration DECLARATION = new Declaration(
            "@TmpfsMount(at = \"/data\")",
            Path.of("/"),
            name -> Optional.empty(),
            TmpfsTreeTests.class.getClassLoader());

    @Test
    void furtherOptionsFollowTheAttributes() {
        assertThat(TmpfsTree.of(SPEC.superOptions("huge=always", "noswap"), DECLARATION))
                .isEqualTo(new Tree.FileSystem(
                        "tmpfs",
                        "tmpfs",
                        Map.of("size", "64k", "nr_inodes", "3", "mode", "1777", "huge", "always", "noswap", "")));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "63k, 64512", "65535, 65535"})
    void whatTakesTheRoomIsNoneOfTheInodesThatWereAskedFor(String free, long bytes) {
        assertThat(TmpfsTree.of(SPEC.free(free), DECLARATION))
                .isEqualTo(new Tree.FileSystem(
                        "tmpfs", "tmpfs", Map.of("size", "64k", "nr_inodes", "4", "mode", "1777"), bytes, null));
    }

    @Test
    void whatIsLeftOfAPercentageIsKnownByTheKernel() {
        assertThat(TmpfsTree.of(SPEC.size("10%").free("1g"), DECLARATION))
                .isEqualTo(new Tree.FileSystem(
                        "tmpfs", "tmpfs", Map.of("size", "10%", "nr_inodes", "4", "mode", "1777"), 1 << 30, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10%    | must be a whole number with the suffix k, m, g or none, but is \"10%\"; write for example \"0\" for a full disk, or \"64k\"",
                "-1     | must be a whole number with the suffix k, m, g or none, but is \"-1\"; write for example \"0\" for a full disk, or \"64k\"",
                "64k    | must be less than `size`, which is \"64k\", but is \"64k\"; leave it out, or write a larger `size`",
                "99999999999g | must be less than `size`, which is \"64k\", but is \"99999999999g\"; leave it out, or write a larger `size`"
            })
    void refusesToLeaveWhatIsNotThere(String free, String problem) {
        refuse(SPEC.free(free), "free", problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size=1m     | must not be options that have an attribute, but are \"size=1m\"; write `size` instead",
                "nr_inodes=1 | must not be options that have an attribute, but are \"nr_inodes=1\"; write `inodes` instead",
                "uid=0       | must not be options that have an attribute, but are \"uid=0\"; write `owner` instead",
                "ro          | must not be options that have an attribute, but are \"ro\"; write `readOnly` instead",
                "noexec      | must be options of the file system, not of the mount, but are \"noexec\"; write it as `options`",
                "a,b         | must be names or `name=value`, one option in each string, but are \"a,b\"; write for example {\"huge=always\", \"noswap\"}",
                "huge=       | must be names or `name=value`, one option in each string, but are \"huge=\"; write for example {\"huge=always\", \"noswap\"}"
            })
    void refusesOptionsThatAreNoneOfTheFileSystem(String option, String problem) {
        refuse(SPEC.superOptions(option), "superOptions", problem);
    }

    @Test
    void refusesAnOptionTwice() {
        refuse(
                SPEC.superOptions("huge=always", "huge=never"),
                "superOptions",
                "must not have an option twice, but are \"huge=never\"; remove one of them");
    }

    private static void refuse(TmpfsSpec spec, String attribute, String problem) {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> TmpfsTree.of(spec, DECLARATION))
                .withMessage(DECLARATION.declaredBy() + ": `" + attribute + "` " + problem);
    }
}
