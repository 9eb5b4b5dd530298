package sample;

import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

@IsolatedMounts
class FlakyTest {

    @Test
    void passesTheSecondTime() throws Exception {
        Path trace = Path.of("target/trace");
        if (!Files.exists(trace)) {
            Files.createFile(trace);
            throw new IllegalStateException("the first time");
        }
    }
}
