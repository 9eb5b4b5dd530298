package org.isolatedmounts.examples.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.ImageMount;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The settings as a device has them: on a squashfs, made by {@code mksquashfs app app.squashfs}. Takes root. */
@Tag("root")
@ImageMount(source = "src/test/images/app.squashfs", at = "/etc/app")
class ImageConfigTest {

    @Test
    void readsItsSettings() throws IOException {
        assertThat(ServiceConfig.load()).isEqualTo(new ServiceConfig(8080, "Good morning"));
    }

    @Test
    void nobodyChangesThem() {
        assertThatIOException()
                .isThrownBy(() -> Files.writeString(Path.of("/etc/app/app.properties"), "port=1"))
                .withMessageContaining("Read-only file system");
    }
}
