package org.isolatedmounts.internal.layout.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerSyntaxTests {

    private static final String DECLARED_BY = "@TmpfsMount(at = \"/data\") on class com.example.SpoolerTest";

    private final long user = mine("unix:uid");
    private final long group = mine("unix:gid");

    @Test
    void isWhoRunsTheTestIfNothingIsSaid() {
        assertThat(OwnerSyntax.parameters(owner(""))).isEmpty();
    }

    @Test
    void mayBeNumbers() {
        assertThat(OwnerSyntax.parameters(owner("" + user))).isEqualTo(Map.of("uid", "" + user));
        assertThat(OwnerSyntax.parameters(owner(":" + group))).isEqualTo(Map.of("gid", "" + group));
        assertThat(OwnerSyntax.parameters(owner(user + ":" + group)))
                .isEqualTo(Map.of("uid", "" + user, "gid", "" + group));
    }

    @Test
    void mayBeNamesOfThisMachine() {
        if (user == 0) {
            assertThat(OwnerSyntax.parameters(owner("root:root"))).isEqualTo(Map.of("uid", "0", "gid", "0"));
            assertThat(OwnerSyntax.parameters(owner("4711"))).isEqualTo(Map.of("uid", "4711"));
        } else {
            refuse(
                    "root",
                    "must be who runs the test, unless that is root (EPERM), but is \"root\"; the user root has the number"
                            + " 0, this process " + user + ": leave `owner` out, or run the tests as root");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b:c", "a:", " ", "a b", ":"})
    void isAUserAndAGroup(String written) {
        refuse(
                written,
                "must be a user, `user:group` or `:group`, but is \"" + written
                        + "\"; write names of this machine or numbers, for example \"nobody\" or \"1000:1000\"");
    }

    @ParameterizedTest
    @CsvSource({"no-such-user, user, /etc/passwd", ":no-such-user, group, /etc/group"})
    void refusesWhomNobodyKnows(String written, String what, String table) {
        refuse(
                written,
                "must name a " + what + " of this machine, but is \"" + written + "\"; \"no-such-user\" is not in "
                        + table + ": correct the name, or write a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4294967295", "99999999999999999999"})
    void refusesNumbersThatAreNoIds(String written) {
        refuse(
                written,
                "must have numbers of at most 4294967294, but is \"" + written + "\"; write the number of a user");
    }

    private static void refuse(String written, String problem) {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> OwnerSyntax.parameters(owner(written)))
                .withMessage(DECLARED_BY + ": `owner` " + problem);
    }

    private static Attribute owner(String value) {
        return Attribute.text(DECLARED_BY, "owner", value);
    }

    private static long mine(String attribute) {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), attribute);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
