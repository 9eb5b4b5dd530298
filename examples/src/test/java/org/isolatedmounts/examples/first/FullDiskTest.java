package org.isolatedmounts.examples.first;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

@TmpfsMount(at = "/data", size = "1m")
class FullDiskTest {

    @Test
    void writesNoMoreThanThereIs() {
        byte[] tooMuch = new byte[2 * 1024 * 1024];
        IOException full = assertThrows(IOException.class, () -> Files.write(Path.of("/data/file"), tooMuch));
        assertEquals("No space left on device", full.getMessage());
    }
}
