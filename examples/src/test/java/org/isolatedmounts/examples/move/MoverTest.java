package org.isolatedmounts.examples.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.isolatedmounts.SeparateDevices;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

/** Two directories that look like neighbours and are two mounts. */
@SeparateDevices({"/incoming", "/archive"})
class MoverTest {

    private static final Path SOURCE = Path.of("/incoming/report");
    private static final Path TARGET = Path.of("/archive/report");

    /** The mistake: a rename that works as long as both directories are on one disk. */
    @Test
    void anAtomicMoveFailsFromOneMountToAnother() throws IOException {
        Files.writeString(SOURCE, "numbers");

        assertThatThrownBy(() -> Files.move(SOURCE, TARGET, StandardCopyOption.ATOMIC_MOVE))
                .isInstanceOf(AtomicMoveNotSupportedException.class);
    }

    @Test
    void movesFromOneMountToAnother() throws IOException {
        Files.writeString(SOURCE, "numbers");
        Files.writeString(TARGET, "old numbers");

        Mover.moveIntoPlace(SOURCE, TARGET);

        assertThat(SOURCE).doesNotExist();
        assertThat(TARGET).hasContent("numbers");
    }

    /** The mount of the method takes the place of the class's {@code /archive}. */
    @Test
    @TmpfsMount(at = "/archive", size = "64k")
    void leavesBothSidesAloneWhereTheTargetIsFull() throws IOException {
        Files.write(SOURCE, new byte[128 * 1024]);
        Files.writeString(TARGET, "old numbers");

        assertThatThrownBy(() -> Mover.moveIntoPlace(SOURCE, TARGET)).hasMessageContaining("No space left on device");

        assertThat(SOURCE).hasSize(128 * 1024);
        assertThat(TARGET).hasContent("old numbers");
        assertThat(TARGET.getParent()).isDirectoryNotContaining("glob:**.part");
    }
}
