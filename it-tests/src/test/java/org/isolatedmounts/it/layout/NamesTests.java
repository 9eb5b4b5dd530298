package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.it.harness.InProcess.runSuccessfully;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.isolatedmounts.it.harness.Surroundings;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which mounts a test gets, and where. */
@Timeout(120)
@ExtendWith(HostPlace.class)
@Tag("serial")
class NamesTests {

    @Test
    void mountPointsMayHaveAnyNameAnywhere() {
        runSuccessfully(NamesTestCase.class, "anyNameAnywhere()");
    }

    @Test
    void mountPointsMayHaveForeignNamesInALocaleThatCanWriteThem() throws Exception {
        TestResult result = Surroundings.ordinary()
                .with("LC_ALL", "C.UTF-8")
                .run(Map.of(), ForeignNamesTestCase.class)
                .result("anyLanguage()");

        assertThat(result.successful()).as(result.stackTrace()).isTrue();
    }

    @Test
    void mountPointsMustBeWritableInTheLocale() throws Exception {
        Surroundings.Outcome outcome =
                Surroundings.ordinary().with("LC_ALL", "C").run(Map.of(), ForeignNamesTestCase.class);

        assertThat(outcome.result("anyLanguage()").message())
                .startsWith("@TmpfsMount(at = \"" + ForeignNamesTestCase.FOREIGN + "\") on method "
                        + ForeignNamesTestCase.class.getName()
                        + ".anyLanguage(): `at` must be a path in this JVM's encoding of file names, ");
        assertThat(outcome.children()).isEmpty();
    }

    @Test
    void mountPointsMayLeadThroughLinksIntoOtherMounts() throws IOException {
        Files.createSymbolicLink(Path.of(LinksTestCase.LINK), Path.of(LinksTestCase.MISSING));
        Files.createSymbolicLink(
                Path.of(HostPlace.SOURCE, LinksTestCase.LINK_IN_SOURCE), Path.of(LinksTestCase.BEHIND));

        runSuccessfully(
                LinksTestCase.class, "throughALinkIntoADeclaredMount()", "throughALinkInADeclaredMountIntoAnother()");
    }

    @Test
    void copiesOfDirectoriesAndOfTheClassPath() {
        runSuccessfully(CopiesTestCase.class, "change()", "changeAgain()");
    }

    @Test
    void shortFormsAndWhatIsLeftOfASize() {
        runSuccessfully(
                ShortFormsTestCase.class,
                "fullDisk()",
                "outOfInodes()",
                "separateDevices()",
                "leavesNoMoreThanIsFree()",
                "filesWithAContent()",
                "optionalSources()");
        assertThat(Path.of(HostPlace.FILE)).hasContent("a file");
    }

    @Test
    void whatTheHostHasIsChangedForOneTest() throws IOException {
        Path source = Path.of(HostPlace.SOURCE);
        Files.createDirectories(source.resolve("directory"));
        Files.createDirectories(source.resolve("written"));
        Files.createSymbolicLink(source.resolve("dangling"), Path.of("nowhere"));

        runSuccessfully(
                PathsTestCase.class,
                "overlay()",
                "sourceOfTheLayout()",
                "readOnlyAndWritable()",
                "absent()",
                "inPlaceOfALink()",
                "masked()");
        assertThat(source.resolve("goes with the test")).doesNotExist();
        assertThat(source.resolve("dangling")).isSymbolicLink();
        assertThat(source.resolve("file")).hasContent("of the source");
        assertThat(source.resolve("new")).doesNotExist();
        assertThat(source.resolve("written/reaches the host")).exists();
        assertThat(Path.of(HostPlace.FILE)).hasContent("a file");
    }

    @Test
    void setsOfMountsAddUpAndReplaceEachOther() {
        runSuccessfully(
                InheritanceTestCase.class, "addsWhatIsInherited()", "replacesWhatIsInherited()", "addsAndReplaces()");
    }
}
