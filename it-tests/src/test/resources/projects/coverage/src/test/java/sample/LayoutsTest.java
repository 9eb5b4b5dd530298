package sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.isolatedmounts.BindMount;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

/** Layouts around {@code target/data}, in which the coverage data is written. */
@IsolatedMounts
class LayoutsTest {

    private static final String PROJECT = "@project@";

    @Test
    void none() {
        assertEquals(1, Covered.none(1));
    }

    @Test
    @TmpfsMount(at = "/isolated-mounts-coverage")
    void newRoot() {
        assertEquals(1, Covered.newRoot(1));
    }

    @Test
    @TmpfsMount(at = PROJECT + "/target")
    void targetHidden() {
        assertEquals(1, Covered.targetHidden(1));
    }

    @Test
    @TmpfsMount(at = PROJECT)
    void projectHidden() {
        assertEquals(1, Covered.projectHidden(1));
    }

    @Test
    @TmpfsMount(at = PROJECT + "/target", readOnly = true)
    void targetSealed() {
        assertEquals(1, Covered.targetSealed(1));
    }

    @Test
    @BindMount(source = "target", at = PROJECT + "/target")
    void targetReadOnly() {
        assertEquals(1, Covered.targetReadOnly(1));
    }

    @Test
    @BindMount(source = ".", at = PROJECT)
    void projectReadOnly() {
        assertEquals(1, Covered.projectReadOnly(1));
    }

    @Test
    @BindMount(source = "src", at = PROJECT + "/target")
    void targetReplaced() {
        assertEquals(1, Covered.targetReplaced(1));
    }

    @Test
    @TmpfsMount(at = PROJECT + "/target/data/made")
    void directoryMade() {
        assertEquals(1, Covered.directoryMade(1));
    }

    @Test
    @TmpfsMount(at = PROJECT + "/target/data")
    void dataHidden() {
        assertEquals(1, Covered.dataHidden(1));
    }
}
