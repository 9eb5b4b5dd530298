package org.isolatedmounts.examples.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.isolatedmounts.AbsentPath;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.FileContent;
import org.isolatedmounts.MaskedPath;
import org.junit.jupiter.api.Test;

/** An {@code /etc/app} for the tests alone; the host needs none, and nothing is installed on it. */
@BindMount(source = "src/test/resources/app", at = "/etc/app")
class ServiceConfigTest {

    @Test
    void readsItsSettings() throws IOException {
        assertThat(ServiceConfig.load()).isEqualTo(new ServiceConfig(8080, "Good morning"));
    }

    /** One file put over another: the directory is the class's, the file is the method's. */
    @Test
    @FileContent(at = "/etc/app/app.properties", text = "port=80800\ngreeting=Good morning\n")
    void namesTheFileAndTheMistakeInIt() {
        assertThatThrownBy(ServiceConfig::load)
                .isInstanceOf(IOException.class)
                .hasMessage("/etc/app/app.properties: port must be a number up to 65535, not '80800'");
    }

    /** A file that is there and cannot be read, by root either. */
    @Test
    @MaskedPath("/etc/app/app.properties")
    void doesNotGuessSettingsThatItMayNotRead() {
        assertThatThrownBy(ServiceConfig::load)
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("/etc/app/app.properties");
    }

    /** The directory is the class's, without that file. */
    @Test
    @AbsentPath("/etc/app/app.properties")
    void saysThatThereAreNoSettings() {
        assertThatThrownBy(ServiceConfig::load)
                .isInstanceOf(IOException.class)
                .hasMessage("no settings: there is no /etc/app/app.properties");
    }
}
