package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files that nobody expects. */
class NameTests extends LaboratoryTestCase {

    NameTests(Laboratory laboratory) {
        super(laboratory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " leading and trailing ",
                "tab\tand\nnewline",
                "back\\slash \\040 \\012",
                "'single' \"double\" `command` $variable",
                "äöü 漢字 \uD83D\uDE00",
                "-rf",
                "...",
            })
    void namesMayBeStrange(String name) throws IOException {
        String shell = octal(name);
        laid("mkdir -p source/" + shell + " && echo found > source/" + shell + "/file");

        assertThat(laid(
                        "cd missing*/; cat ./" + shell + "/file; touch x; ls x",
                        tmpfs(home + "/missing" + name),
                        bind(home + "/source/" + name, home + "/missing" + name + "/" + name)))
                .isEqualTo("found\nx\n");
    }

    @Test
    void namesMayBeLong() throws IOException {
        String name = "x".repeat(200);

        assertThat(laid("cd " + name + " && touch x && ls", tmpfs(home.resolve(name))))
                .isEqualTo("x\n");
    }

    @Test
    void namesOfNeighboursNeedNotBeText() throws IOException {
        Path parent = directory("parent");
        laid("cd parent; echo ok > \"$(printf 'caf\\351')\"; mkdir \"$(printf '\\377dir')\"");

        assertThat(laid(
                        "cd parent; cat \"$(printf 'caf\\351')\"; cd \"$(printf '\\377dir')\" && echo there",
                        tmpfs(parent.resolve("missing"))))
                .isEqualTo("ok\nthere\n");
    }

    /** A name for the shell, in ASCII. */
    private static String octal(String name) {
        StringBuilder octal = new StringBuilder("\"$(printf '");
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            octal.append(String.format("\\%03o", each & 0xff));
        }
        return octal.append("')\"").toString();
    }
}
