package org.isolatedmounts.it.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fixtures. */
final class FailingCases {

    private FailingCases() {}

    static void fill(Path directory) throws IOException {
        Files.write(directory.resolve("file"), new byte[2 << 20]);
    }

    @TmpfsMount(at = "${it.link}/data", size = "1m")
    static class ThroughALink {

        @Test
        void fails() {
            fail("on purpose");
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data", size = "1m")
    @TmpfsMount(at = "/few", inodes = 8)
    static class Full {

        @Test
        void disk() throws IOException {
            fill(Path.of("/data"));
        }

        @Test
        void inodes() throws IOException {
            for (int i = 0; i < 8; i++) {
                Files.createFile(Path.of("/few/" + i));
            }
        }

        @Test
        void aborted() {
            assumeTrue(false, "aborted");
        }

        @Test
        void unsuppressing() {
            throw new RuntimeException("takes nothing", null, false, true) {};
        }

        @Test
        void succeeds() {}
    }

    /** What was full is empty again when the test has ended. */
    @IsolatedMounts
    @TmpfsMount(at = "/tmp", size = "1m")
    @TmpfsMount(at = "/data", size = "1m")
    static class CleaningUp {

        @Test
        void temporary(@TempDir Path directory) throws IOException {
            fill(directory);
        }

        @Test
        void afterwards() throws IOException {
            fill(Path.of("/data"));
        }

        @AfterEach
        void cleanUp() throws IOException {
            Files.deleteIfExists(Path.of("/data/file"));
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data", size = "1m")
    static class InBeforeAll {

        @BeforeAll
        static void fillsTheDisk() throws IOException {
            fill(Path.of("/data"));
        }

        @Test
        void never() {}
    }

    /** The class runs on the host, too, and fails in the fork of its isolated test only. */
    static class PartlyIsolated {

        @Test
        void plain() {}

        @Test
        @IsolatedMounts
        @TmpfsMount(at = "/data", size = "1m")
        void isolated() throws IOException {
            Files.write(Path.of("/data/file"), new byte[1 << 20]);
        }

        @AfterAll
        static void failsInTheFork() {
            assertFalse(Files.exists(Path.of("/data/file")));
        }
    }

    @IsolatedMounts
    static class OddlyNamed {

        static final String HALF_A_CHARACTER = "half a \uD83D";

        @Test
        @DisplayName(HALF_A_CHARACTER)
        void fails() {
            throw new IllegalStateException(HALF_A_CHARACTER);
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data", size = "1m")
    static class Several {

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void values(String value) throws IOException {
            if (value.equals("b")) {
                fill(Path.of("/data"));
            }
            throw new IllegalStateException(value);
        }

        @TestFactory
        Stream<DynamicTest> dynamic() {
            return Stream.of(
                    DynamicTest.dynamicTest("first", () -> assertEquals(1, 2)),
                    DynamicTest.dynamicTest("second", () -> fill(Path.of("/data"))));
        }
    }

    @IsolatedMounts(fork = ForkMode.PER_CLASS)
    @TmpfsMount(at = "/data", size = "1m")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Sharing {

        @SuppressWarnings("StaticAssignmentOfThrowable") // that is what is tested
        static final RuntimeException SAME = new RuntimeException("the same");

        @Test
        @Order(1)
        void fills() throws IOException {
            fill(Path.of("/data"));
        }

        @Test
        @Order(2)
        void removes() throws IOException {
            Files.delete(Path.of("/data/file"));
            throw SAME;
        }

        @Test
        @Order(3)
        void throwsTheSame() {
            throw SAME;
        }

        @Test
        @Order(4)
        void halts() throws IOException {
            fill(Path.of("/data"));
            throw new IllegalStateException("never told");
        }

        @AfterEach
        void haltsAfterAll() {
            if (Files.exists(Path.of("/data/file")) && Boolean.getBoolean("fixture.second")) {
                Runtime.getRuntime().halt(9);
            }
            System.setProperty("fixture.second", "true");
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data", size = "1m")
    static class Crashing {

        @Test
        void exits() throws IOException {
            try {
                fill(Path.of("/data"));
            } finally {
                System.exit(3);
            }
        }

        @Test
        void halts() {
            Runtime.getRuntime().halt(4);
        }
    }

    /** The first fork dies of the invocation that it runs, and the next one before it has told of any. */
    @IsolatedMounts
    @TmpfsMount(at = "/data", size = "1m")
    static class DyingProvider {

        /** In the build's own directory, which all forks share. */
        static final Path TRACE = Path.of("target/first-fork-has-been");

        static Stream<String> values() throws IOException {
            if (Files.exists(TRACE)) {
                Runtime.getRuntime().halt(6);
            }
            Files.createFile(TRACE);
            return Stream.of("a", "b");
        }

        @ParameterizedTest
        @MethodSource("values")
        void values(String value) throws IOException {
            try {
                fill(Path.of("/data"));
            } finally {
                Runtime.getRuntime().halt(5);
            }
        }
    }

    /** Leaves nothing with which the state could be asked for from inside. */
    @IsolatedMounts
    @TmpfsMount(at = "/data", size = "1m")
    static class Starving {

        private static final List<InputStream> HOARD = new ArrayList<>();

        @Test
        void hasNoDescriptors() throws IOException {
            while (true) {
                HOARD.add(new FileInputStream("/dev/null"));
            }
        }
    }

    /** A file that is mounted elsewhere can be deleted; the kernel says so in the table. */
    @IsolatedMounts
    @BindMount(source = Changing.SOURCE, at = "/data/bound")
    static class Changing {

        /** In the build's own directory: builds that run at the same time share the one of temporary files. */
        static final String SOURCE = "target/bound-and-deleted";

        @Test
        void deletesTheSource() throws IOException {
            Files.delete(Path.of(SOURCE));
            throw new IllegalStateException("gone");
        }
    }
}
