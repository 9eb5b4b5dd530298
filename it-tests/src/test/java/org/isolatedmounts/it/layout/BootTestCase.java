package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.TimeZone;
import javax.net.ssl.SSLContext;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

/** What a JVM reads when it boots is the layout's. */
@IsolatedMounts
class BootTestCase {

    @Test
    @BindMount(source = HostPlace.PLACE + "/passwd", at = "/etc/passwd")
    void userIsThatOfTheLayout() throws IOException, InterruptedException {
        assertThat(System.getProperty("user.name")).isEqualTo("alice");
        assertThat(System.getProperty("user.home")).isEqualTo("/srv/otherhome");
        assertThat(Shell.run("id -un").output()).isEqualTo("alice\n");
    }

    @Test
    @BindMount(source = HostPlace.PLACE + "/timezone", at = "/etc/timezone")
    @BindMount(source = "/usr/share/zoneinfo/Asia/Tokyo", at = "/etc/localtime")
    void timeZoneIsThatOfTheLayout() throws IOException, InterruptedException {
        assertThat(TimeZone.getDefault().getRawOffset()).isEqualTo(9 * 3_600_000);
        assertThat(Shell.run("date +%z").output()).isEqualTo("+0900\n");
    }

    @Test
    @TmpfsMount(at = "/etc")
    void withoutTheConfigurationOfTheHost() throws Exception {
        assertThat(Path.of("/etc/passwd")).doesNotExist();
        assertThat(Security.getProviders()).isNotEmpty();
        assertThat(SSLContext.getDefault().getProtocol()).isNotEmpty();
        assertThat(Security.getProperty("securerandom.source")).isNotEmpty();
    }

    @Test
    @TmpfsMount(at = "/usr")
    void withoutTheProgramsOfTheHost() throws IOException {
        assertThat(Path.of("/usr/bin")).doesNotExist();
        assertThat(Path.of("/usr/share")).doesNotExist();
        Files.writeString(Path.of("/usr/file"), "written");
        assertThat(System.getProperty("java.version")).isNotEmpty();
        assertThat(new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version")
                        .inheritIO()
                        .start()
                        .onExit()
                        .join()
                        .exitValue())
                .isZero();
    }
}
