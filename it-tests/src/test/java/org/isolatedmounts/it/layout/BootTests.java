package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.it.harness.InProcess.runSuccessfully;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The layout lies before the JVM of the test boots. */
@Tag("serial")
@Timeout(120)
@ExtendWith(HostPlace.class)
class BootTests {

    @Test
    void jvmBootsIntoTheLayout() throws IOException {
        Object uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        Files.writeString(Path.of(HostPlace.PLACE, "passwd"), "alice:x:" + uid + ":0:Alice:/srv/otherhome:/bin/sh\n");
        Files.writeString(Path.of(HostPlace.PLACE, "timezone"), "Asia/Tokyo\n");

        // it keeps what it found as user.timezone, which a fork gets from its host if somebody has set it
        assertThat(TimeZone.getDefault()).isNotNull();

        runSuccessfully(
                BootTestCase.class,
                "userIsThatOfTheLayout()",
                "timeZoneIsThatOfTheLayout()",
                "withoutTheConfigurationOfTheHost()",
                "withoutTheProgramsOfTheHost()");
    }
}
