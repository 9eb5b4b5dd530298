package sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.AssertionFailureBuilder.assertionFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@TmpfsMount(at = "/isolated-mounts-sample", size = "1m")
class MountedTest {

    static {
        Traces.leave(MountedTest.class);
    }

    @Test
    void passes() throws IOException {
        Path mountPoint = Path.of("/isolated-mounts-sample");
        assertEquals("tmpfs", Files.getFileStore(mountPoint).type());
        assertTrue(Files.getFileStore(mountPoint).getTotalSpace() == 1 << 20);
        assertEquals("hello from the main code", Greeting.text());
        assertEquals(-1, System.in.read());
        System.out.println("printed in a fork");
        System.err.println("printed in a fork, as an error");
    }

    @Test
    void fails() {
        // not assertEquals: of a failure that has suppressed another one, JUnit's own summary prints five lines
        throw assertionFailure()
                .message("the message")
                .expected("expected")
                .actual("actual")
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = "a")
    void parameterized(String value) {
        assertTrue(Files.isDirectory(Path.of("/isolated-mounts-sample")));
    }
}
