package org.isolatedmounts.internal.layout.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.layout.value.OctalMode;
import org.isolatedmounts.internal.layout.value.PathSyntax;
import org.isolatedmounts.internal.layout.value.Quoted;
import org.isolatedmounts.internal.layout.value.TmpfsInodes;
import org.isolatedmounts.internal.layout.value.TmpfsSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of single attributes. */
class ValueTests {

    private static final String DECLARED_BY = "@TmpfsMount(at = \"/data\") on class com.example.SpoolerTest";
    private static final Path WORKING_DIRECTORY = Path.of("/home/me/project");

    @ParameterizedTest
    @CsvSource({
        "64m, 64m",
        "64M, 64m",
        "1, 1",
        "16K, 16k",
        "2g, 2g",
        "010m, 10m",
        "1%, 1%",
        "100%, 100%",
        "9223372036854775807, 9223372036854775807",
        "8589934591g, 8589934591g",
    })
    void sizesAreWhatTheKernelTakes(String written, String size) {
        assertThat(TmpfsSize.parse(attribute("size", written))).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "m", "64 m", " 64m", "64mb", "64MiB", "0x10", "-1", "+1", "1.5m", "1t", "%", "1%%", "٣"
            })
    void sizesAreWholeNumbersWithAKnownSuffix(String written) {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> TmpfsSize.parse(attribute("size", written)))
                .withMessage(DECLARED_BY
                        + ": `size` must be a whole number with the suffix k, m, g, % or none, but is \"" + written
                        + "\"; write for example \"64m\" for 64 MiB or \"10%\" of the physical memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "0k", "0%"})
    void aSizeOfZeroIsNoSize(String written) {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> TmpfsSize.parse(attribute("size", written)))
                .withMessage(DECLARED_BY + ": `size` must be greater than zero, but is \"" + written
                        + "\"; for the kernel 0 means a tmpfs without limit: write the limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"101%", "99999999999999999999%"})
    void percentagesEndAtTheWholeMemory(String written) {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> TmpfsSize.parse(attribute("size", written)))
                .withMessage(DECLARED_BY + ": `size` must be at most 100% of the physical memory, but is \"" + written
                        + "\"; write a percentage from \"1%\" to \"100%\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "8589934592g", "99999999999999999999999999k"})
    void sizesFitIntoALong(String written) {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> TmpfsSize.parse(attribute("size", written)))
                .withMessage(DECLARED_BY + ": `size` must be less than 2^63 bytes, but is \"" + written
                        + "\"; write a smaller size");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 65_536, 18_014_398_509_481_983L})
    void takesAnyNumberOfInodesThatTheKernelTakes(long inodes) {
        assertThat(TmpfsInodes.check(Attribute.constant(DECLARED_BY, "inodes", inodes)))
                .isEqualTo(Long.toString(inodes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|must be at least 1, for the root directory of the mount, but is 0; for the kernel 0 means a tmpfs without limit: write the limit",
                "-5|must be at least 1, for the root directory of the mount, but is -5; write how many files, directories and symbolic links there may be",
                "18014398509481984|must be at most 18014398509481983, but is 18014398509481984; the kernel takes no more: write a smaller number",
            })
    void refusesOtherNumbersOfInodes(long inodes, String problem) {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> TmpfsInodes.check(Attribute.constant(DECLARED_BY, "inodes", inodes)))
                .withMessage(DECLARED_BY + ": `inodes` " + problem);
    }

    @ParameterizedTest
    @CsvSource({"1777, 1777", "755, 755", "0755, 755", "0, 0", "000, 0", "7777, 7777", "0000007, 7"})
    void modesAreOctal(String written, String mode) {
        assertThat(OctalMode.parse(attribute("mode", written))).isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "0x1", "0o755", "rwxr-xr-x", "-1", " 755", "u=rwx"})
    void refusesModesThatAreNotOctal(String written) {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> OctalMode.parse(attribute("mode", written)))
                .withMessage(DECLARED_BY + ": `mode` must be an octal number, but is \"" + written
                        + "\"; write for example \"755\" or \"1777\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000", "100755", "77777777777777"})
    void refusesModesOfMoreThanPermissionBits(String written) {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> OctalMode.parse(attribute("mode", written)))
                .withMessage(DECLARED_BY + ": `mode` must be at most 7777, but is \"" + written
                        + "\"; write only the permission bits, for example \"755\" or \"1777\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/data, /data",
        "/data/, /data",
        "//data///x/./y/., /data/x/y",
        "/, /",
        "/..., /...",
        "/a..b, /a..b",
    })
    void normalisesMountPoints(String written, String mountPoint) {
        assertThat(PathSyntax.mountPoint(attribute("at", written))).isEqualTo(mountPoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/with space", "/tab\there", "/line\nbreak", "/back\\slash", "/\"quoted\"", "/größe-数据-💾", "/~"
            })
    void namesMayBeUnusual(String name) {
        assertThat(PathSyntax.mountPoint(attribute("at", name))).isEqualTo(name);
        assertThat(PathSyntax.source(attribute("source", name), WORKING_DIRECTORY))
                .isEqualTo(name);
    }

    @Test
    void namesMayBeLong() {
        String longest = "/" + "n".repeat(255);
        String path = (longest.repeat(15) + "/" + "n".repeat(254));

        assertThat(path).hasSize(4095);
        assertThat(PathSyntax.mountPoint(attribute("at", path))).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|must be an absolute path, but is \"\"; write where to mount, for example \"/data\"",
                "data|must be an absolute path, but is \"data\"; write \"/data\", or \"${basedir}/data\" to mount in the project",
                "da\"ta|must be an absolute path, but is \"da\\\"ta\"; write \"/da\\\"ta\", or \"${basedir}/da\\\"ta\" to mount in the project",
                "./data|must be an absolute path, but is \"./data\"; write \"${basedir}/data\" to mount in the project, or where else to mount",
                "~/data|must be an absolute path, but is \"~/data\"; `~` is not expanded: write `${user.home}`, or the directory that it means",
                "/data/../etc|must not contain \"..\", but is \"/data/../etc\"; what that means depends on symbolic links: write the mount point without it",
                "/..|must not contain \"..\", but is \"/..\"; what that means depends on symbolic links: write the mount point without it",
            })
    void refusesMountPoints(String written, String problem) {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> PathSyntax.mountPoint(attribute("at", written)))
                .withMessage(DECLARED_BY + ": `at` " + problem);
    }

    @Test
    void refusesNul() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> PathSyntax.mountPoint(attribute("at", "/da\0ta")))
                .withMessage(DECLARED_BY + ": `at` must not contain a NUL character, but is \"/da\\u0000ta\";"
                        + " no path of Linux can: remove it");
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> PathSyntax.source(attribute("source", "da\0ta"), WORKING_DIRECTORY))
                .withMessage(DECLARED_BY + ": `source` must not contain a NUL character, but is \"da\\u0000ta\";"
                        + " no path of Linux can: remove it");
    }

    @Test
    void refusesNamesThatNoFilesystemTakes() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> PathSyntax.mountPoint(attribute("at", "/data/" + "ü".repeat(128))))
                .withMessage(DECLARED_BY + ": `at` must not contain a name longer than 255 bytes (ENAMETOOLONG), but is"
                        + " \"/data/" + "ü".repeat(128) + "\"; shorten the name of 256 bytes");
    }

    @Test
    void refusesPathsThatNoSystemCallTakes() {
        String path = "/a".repeat(2048);

        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> PathSyntax.mountPoint(attribute("at", path)))
                .withMessage(DECLARED_BY + ": `at` must not be longer than 4095 bytes (ENAMETOOLONG), but is \""
                        + "/a".repeat(50) + "..." + "/a".repeat(50)
                        + "\" (4096 bytes); shorten the path of 4096 bytes");
    }

    @Test
    void refusesWhatTheFileNameEncodingCannotExpress() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> PathSyntax.mountPoint(attribute("at", "/data\uD800")))
                .withMessage(DECLARED_BY + ": `at` must be a path in this JVM's encoding of file names, "
                        + System.getProperty("sun.jnu.encoding") + ", but is \"/data\\uD800\"; use other characters, or"
                        + " start the JVM in a UTF-8 locale, for example with LC_ALL=C.UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "/data, /data",
        "data, /home/me/project/data",
        "src//test/./data/, /home/me/project/src/test/data",
        "../other/data, /home/me/project/../other/data",
        "., /home/me/project",
        "~/data, /home/me/project/~/data",
    })
    void relativeSourcesStartAtTheWorkingDirectory(String written, String source) {
        assertThat(PathSyntax.source(attribute("source", written), WORKING_DIRECTORY))
                .isEqualTo(source);
    }

    @Test
    void refusesAnEmptySource() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> PathSyntax.source(attribute("source", ""), WORKING_DIRECTORY))
                .withMessage(
                        DECLARED_BY + ": `source` must be a path, but is \"\"; write which directory or file to mount");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a\tb'|'\"a\\tb\"'",
                "'a\nb\r'|'\"a\\nb\\r\"'",
                "'a\\b\"'|'\"a\\\\b\\\"\"'",
                "'\u001B[31m\u202E\u2028'|'\"\\u001B[31m\\u202E\\u2028\"'",
                "'ü💾'|'\"ü💾\"'",
            })
    void quotesValuesSoThatMessagesStayOnOneLine(String value, String quoted) {
        assertThat(Quoted.quoted(value)).isEqualTo(quoted);
    }

    private static Attribute attribute(String name, String value) {
        return Attribute.text(DECLARED_BY, name, value);
    }
}
