package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isolatedmounts.it.harness.Surroundings;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mounts over the directories that the JVM of a test reads. */
@Timeout(120)
@ExtendWith(HostPlace.class)
@Tag("serial")
class HiddenDirectoriesTests {

    /** The project of the host JVM: its working directory, with the class path below it. */
    static final String PROJECT = HostPlace.PLACE + "/project";

    @Test
    void whatTheJvmReadsStays() throws Exception {
        // the extension's classes too, where they are no jar: the supervisor reads them as well
        Map<Path, Path> copies = new HashMap<>();
        for (Path original : Surroundings.directoriesOfClassPath()) {
            Path copy = Path.of(PROJECT, "classes-" + copies.size());
            copy(original, copy);
            copies.put(original, copy);
        }
        Path classes = copies.get(testClasses());
        String aPackage = HiddenDirectoriesTestCase.class.getPackageName().replace('.', '/');
        Files.writeString(classes.resolve(aPackage + "/resource.txt"), "a resource");
        Files.writeString(Files.createDirectory(Path.of(PROJECT, "source")).resolve("file"), "hidden");

        List<TestResult> results = Surroundings.ordinary()
                .in(Path.of(PROJECT), entry -> copies.getOrDefault(entry, entry))
                .run(Map.of(), HiddenDirectoriesTestCase.class)
                .results();

        assertThat(results)
                .extracting(TestResult::name)
                .containsExactlyInAnyOrder(
                        "theProject()",
                        "theProject()",
                        "theProjectBelowANewRoot()",
                        "theClassPathItself()",
                        "whateverIsUsuallySomewhere()");
        for (TestResult result : results) {
            if (result.name().equals("theClassPathItself()")) {
                assertThat(result.message())
                        .isEqualTo("@TmpfsMount(at = \"" + PROJECT + "/classes-0\") on method "
                                + HiddenDirectoriesTestCase.class.getName() + ".theClassPathItself(): it would hide "
                                + PROJECT
                                + "/classes-0, which the JVM of the test reads (it is on the class path, or the"
                                + " JDK): mount above or below it, where it can be bound back");
            } else {
                assertThat(result.successful())
                        .as(result.name() + ": " + result.stackTrace())
                        .isTrue();
            }
        }
        assertThat(Path.of(PROJECT).toFile().list()).hasSize(copies.size() + 1);
    }

    private static Path testClasses() throws URISyntaxException {
        return Path.of(HiddenDirectoriesTests.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static void copy(Path original, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = copy.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
