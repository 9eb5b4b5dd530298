package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.it.harness.InProcess.runSuccessfully;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.harness.InProcess;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the attributes of mounts promise, and how the kernel's refusals read. */
@Timeout(120)
@ExtendWith(HostPlace.class)
@Tag("serial")
class BindTests {

    /** Starts at the project directory. */
    static final String RELATIVE = "target/isolated-mounts-it-relative";

    @Test
    void tmpfsActsAsDeclared() {
        runSuccessfully(
                TmpfsTestCase.class,
                "takesNoMoreThanItsSizeAndItsInodes()",
                "hasTheModeAndTheFlagsThatAreDeclared()",
                "followsNoLinksAndKeepsAccessTimesAsDeclared()",
                "nobodyMakesDeviceFiles()",
                "setUserIdBitsDoNothingInAFork()",
                "hasDefaultsAndBelongsToTheUser()");
    }

    @Test
    void bindActsAsDeclared() throws IOException {
        Path relative = Files.writeString(Path.of(RELATIVE), "relative");
        List<TestResult> results;
        try {
            results = InProcess.run(Map.of("it.placeholder", "by a parameter"), BindTestCase.class);
        } finally {
            Files.delete(relative);
        }

        assertThat(results).hasSize(6);
        for (TestResult result : results) {
            if (result.name().equals("notRecursiveLeavesSubmountsBehind()")) {
                assertOnlyForRoot(result);
            } else {
                assertThat(result.successful()).as(result.stackTrace()).isTrue();
            }
        }
        assertThat(Path.of(HostPlace.SOURCE, "sub/written")).hasContent("by the test");
        assertThat(Path.of(HostPlace.FILE)).hasContent("changed by the test");
    }

    /** An ordinary user's copy of the host's mounts hangs together: mount_namespaces(7). */
    private static void assertOnlyForRoot(TestResult result) {
        if (HostView.isRoot()) {
            assertThat(result.successful()).as(result.stackTrace()).isTrue();
        } else {
            assertThat(result.throwable()).endsWith(".ForkFailedException");
            assertThat(result.message())
                    .isEqualTo("@BindMount(at = \"/isolated-mounts-it/dev\") on method "
                            + BindTestCase.class.getName()
                            + ".notRecursiveLeavesSubmountsBehind(): open_tree(AT_FDCWD, \"/dev\", 0x80001): EINVAL."
                            + " Something is mounted below the source, and the user namespace of an ordinary user cannot"
                            + " leave it behind (mount_namespaces(7)): use `recursive = true`");
        }
    }
}
