package org.isolatedmounts.it.modes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

public class UnannotatedTestCase {

    @Test
    void plain() {
        ThisJvm.print("plain");
    }

    @Nested
    @TmpfsMount(at = "/data")
    class WithMountTestCase {

        @Test
        void mounted() {
            assertThat(Path.of("/data")).isEmptyDirectory();
            ThisJvm.print("mounted");
        }
    }
}
