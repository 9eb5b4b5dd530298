package org.isolatedmounts.it.modes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IsolatedMounts(fork = ForkMode.PER_CLASS)
@TmpfsMount(at = "/data")
@TestMethodOrder(MethodOrderer.MethodName.class)
public class SharedForkTestCase {

    private static final Path FILE = Path.of("/data/file");

    @BeforeAll
    static void beforeAll() {
        ThisJvm.print("before all");
    }

    @Test
    void a() throws IOException {
        Files.createFile(FILE);
        ThisJvm.print("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void b(int number) {
        assertThat(FILE).exists();
        ThisJvm.print("b" + number);
    }

    @Nested
    class InnerTestCase {

        @Test
        void c() {
            assertThat(FILE).exists();
            ThisJvm.print("c");
        }
    }
}
