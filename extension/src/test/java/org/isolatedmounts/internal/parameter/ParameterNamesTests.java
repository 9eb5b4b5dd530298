package org.isolatedmounts.internal.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.commons.JUnitException;

class ParameterNamesTests {

    @ParameterizedTest
    @CsvSource({
        "isolatedmounts.timout, isolatedmounts.timeout",
        "isolatedmounts.must.run, isolatedmounts.must-run",
        "isolatedmounts.available, isolatedmounts.unavailable",
        "isolatedmounts.Forks, isolatedmounts.forks"
    })
    void namesTheNearest(String unknown, String nearest) {
        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> ParameterNames.check(Set.of("junit.jupiter.x", unknown)))
                .withMessageStartingWith("Configuration parameter `" + unknown + "` does not exist; did you mean `"
                        + nearest + "`? There are: isolatedmounts.cache, ");
    }

    @Test
    void leavesOthersAlone() {
        assertThatCode(() -> ParameterNames.check(Set.of("isolatedmountsx", "isolatedmounts.internal.template")))
                .doesNotThrowAnyException();
    }

    /** Name, values, default. */
    @Test
    void theTableInTheReadmeIsThisOne() throws IOException {
        Pattern row = Pattern.compile("^\\| `(isolatedmounts\\.[a-z-]+)` \\| .+ \\| (.*?) *\\|$", Pattern.MULTILINE);
        Map<String, String> expected = new TreeMap<>();
        for (Parameter parameter : Parameter.values()) {
            expected.put(parameter.key(), parameter.defaultValue());
        }

        Map<String, String> table = new TreeMap<>();
        row.matcher(Files.readString(Path.of("../README.md")))
                .results()
                .forEach(match -> table.put(match.group(1), match.group(2).replace("`", "")));

        assertThat(table).isEqualTo(expected);
    }
}
