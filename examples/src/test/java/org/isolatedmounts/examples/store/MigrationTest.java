package org.isolatedmounts.examples.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.OverlayMount;
import org.junit.jupiter.api.Test;

/** Each test changes the data as it likes; the directory in the project stays as it is. */
@OverlayMount(at = "/var/lib/example-store", lower = "src/test/resources/store-v1")
class MigrationTest {

    private static final Path STORE = Path.of("/var/lib/example-store");

    @Test
    void convertsEachTable() throws IOException {
        Migration.run();

        assertThat(STORE.resolve("version")).hasContent("2\n");
        assertThat(STORE.resolve("users.tsv")).hasContent("1\tAda\n2\tGrace\n");
        assertThat(STORE.resolve("users.csv")).doesNotExist();
    }

    @Test
    void leavesNewDataAlone() throws IOException {
        Files.writeString(STORE.resolve("version"), "2\n");

        Migration.run();

        assertThat(STORE.resolve("users.csv")).exists();
    }
}
