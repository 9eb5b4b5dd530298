package org.isolatedmounts.it.modes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IsolatedMounts
@TmpfsMount(at = "/data")
public class InvocationsTestCase {

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c"})
    void findsAnEmptyDisk(String name) throws IOException {
        assertThat(Path.of("/data")).isEmptyDirectory();
        Files.createFile(Path.of("/data", name));
        ThisJvm.print(name);
    }
}
