package org.isolatedmounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.annotation.Repeatable;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isolatedmounts.layout.LayoutMatrix;
import org.isolatedmounts.layout.LayoutSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** README names every annotation, and the attributes of those that have several. */
class ReferenceTests {

    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| (`@.*?`) \\|");

    @ParameterizedTest
    @ValueSource(
            classes = {
                TmpfsMount.class,
                BindMount.class,
                OverlayMount.class,
                DiskMount.class,
                ImageMount.class,
                FileContent.class
            })
    void theTableHasAllAttributes(Class<? extends Annotation> annotation) throws IOException {
        String attributes = Stream.of(firstCells())
                .map(Pattern.compile("`@" + annotation.getSimpleName() + "\\((.*)\\)`")::matcher)
                .flatMap(matcher -> matcher.results().map(result -> result.group(1)))
                .findFirst()
                .orElse("");

        assertThat(attributes.split(", "))
                .containsExactlyInAnyOrder(Stream.of(annotation.getDeclaredMethods())
                        .map(Method::getName)
                        .toArray(String[]::new));
        assertThat(annotation).hasAnnotation(Repeatable.class);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                IsolatedMounts.class,
                FullDisk.class,
                OutOfInodes.class,
                SeparateDevices.class,
                ReadOnlyPath.class,
                WritablePath.class,
                MaskedPath.class,
                AbsentPath.class,
                HostMounts.class,
                LayoutMatrix.class,
                LayoutSource.class
            })
    void theTableHasAllAnnotations(Class<? extends Annotation> annotation) throws IOException {
        assertThat(List.of(firstCells())).anyMatch(cell -> cell.contains("`@" + annotation.getSimpleName()));
    }

    private static String[] firstCells() throws IOException {
        return FIRST_CELL
                .matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map(MatchResult::group)
                .toArray(String[]::new);
    }
}
