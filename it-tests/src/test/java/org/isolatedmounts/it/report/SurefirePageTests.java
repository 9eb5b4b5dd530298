package org.isolatedmounts.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isolatedmounts.it.maven.SampleProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a real build whose classes have a JVM each, two of them at the same time. */
class SurefirePageTests {

    private static final Pattern SESSION = Pattern.compile("<script type=\"application/json\" data-jvm=\"([^\"]+)\">");
    private static final Pattern TEST =
            Pattern.compile("\"test\":true,[^{]*?\"class\":\"sample\\.(\\w+)\"[^{]*?\"status\":\"([A-Z]+)\"");

    @TempDir
    Path directory;

    @Test
    @Tag("full")
    void hasAllJvmsOfABuildAndBothOutcomesOfATestThatWasRunAgain() throws Exception {
        SampleProject project = SampleProject.copy("reruns", directory);
        assertIsOfTheWholeBuild(project);
    }

    @Test
    @Tag("full")
    void isThatOfTheLastBuildOnly() throws Exception {
        SampleProject project = SampleProject.copy("reruns", directory);
        assertIsOfTheWholeBuild(project);

        // the next build, with none of its tests in common
        assertThat(groups(TEST, pageOf(project, "-Dtest=FirstTest"))).containsExactly("FirstTest SUCCESSFUL");
        assertThat(groups(TEST, pageOf(project, "-Dtest=SecondTest"))).containsExactly("SecondTest SUCCESSFUL");
    }

    private static void assertIsOfTheWholeBuild(SampleProject project) throws Exception {
        String page = pageOf(project);

        assertThat(Files.readString(project.output()))
                .contains("Tests run: 4, Failures: 0, Errors: 0, Skipped: 0, Flakes: 1");
        try (Stream<Path> files = Files.list(pages(project))) {
            assertThat(files).containsExactly(pages(project).resolve("report.html"));
        }
        assertThat(groups(SESSION, page)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(groups(SESSION, page).stream().distinct()).hasSize(4);
        assertThat(groups(TEST, page))
                .containsExactlyInAnyOrder(
                        "FirstTest SUCCESSFUL",
                        "SecondTest SUCCESSFUL",
                        "ThirdTest SUCCESSFUL",
                        "FlakyTest FAILED",
                        "FlakyTest SUCCESSFUL");
        assertThat(groups(TEST, page)).containsSubsequence("FlakyTest FAILED", "FlakyTest SUCCESSFUL");
    }

    private static String pageOf(SampleProject project, String... options) throws Exception {
        SampleProject.Result result =
                project.mvn(Stream.concat(Stream.of("test"), Stream.of(options)).toArray(String[]::new));

        assertThat(result.status()).as(result.output()).isZero();
        return Files.readString(pages(project).resolve("report.html"));
    }

    private static Path pages(SampleProject project) {
        return project.directory().resolve("target/isolated-mounts");
    }

    private static List<String> groups(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(SurefirePageTests::groups).toList();
    }

    private static String groups(MatchResult result) {
        return result.groupCount() == 1 ? result.group(1) : result.group(1) + " " + result.group(2);
    }
}
