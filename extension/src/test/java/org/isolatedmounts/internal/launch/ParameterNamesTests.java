package org.isolatedmounts.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** A parameter that somebody adds and forgets here could not be used. */
    @Test
    void everyNameInTheCodeIsKnown() throws IOException {
        Pattern name = Pattern.compile("\"(isolatedmounts\\.[a-z-]+)\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(path -> path.toString().endsWith(".java"))
                            .map(ParameterNamesTests::read)
                            .flatMap(source -> name.matcher(source).results().map(MatchResult::group))
                            .map(quoted -> quoted.substring(1, quoted.length() - 1)))
                    .hasSizeGreaterThan(ParameterNames.KNOWN.size())
                    .isSubsetOf(ParameterNames.KNOWN);
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
