package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.it.harness.InProcess.runSuccessfully;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.harness.InProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The process of a fork: its identity, its privileges, what it inherits. */
@Timeout(120)
@ExtendWith(HostPlace.class)
@Tag("serial")
class ProcessTests {

    static final String STRANGE = "a \"b\" 'c' \\ \n = ü %n ${d} @e #f";

    @AfterEach
    void clearProperties() {
        System.getProperties().keySet().removeIf(name -> name.toString().startsWith("it.host-"));
    }

    @Test
    void hasTheWorldOfTheHostJvm() throws IOException, InterruptedException {
        System.setProperty("it.host-directory", new File(".").getCanonicalPath());
        System.setProperty("it.host-environment", ProcessTestCase.environment());
        System.setProperty("it.host-umask", Shell.run("umask").output());
        System.setProperty("it.host-strange", STRANGE);

        runSuccessfully(ProcessTestCase.class, "withTheRootOfTheHost()", "withANewRoot()");
    }

    @Test
    void hasNoPrivilegeThatWouldTakeItsMountsOff() throws IOException {
        System.setProperty("it.host-uids", status("Uid"));
        System.setProperty("it.host-gids", status("Gid"));
        System.setProperty("it.host-bounding-set", status("CapBnd"));
        System.setProperty("it.host-user", System.getProperty("user.name"));
        Path ofAnotherUser = Files.writeString(Path.of(PrivilegesTestCase.OF_ANOTHER_USER), "");
        if (HostView.isRoot()) {
            Files.setAttribute(ofAnotherUser, "unix:uid", 12_345);
            Files.setAttribute(ofAnotherUser, "unix:mode", 0600);
        }

        assertThat(InProcess.run(Map.of(), PrivilegesTestCase.class))
                .hasSize(15)
                .allSatisfy(result ->
                        assertThat(result.successful()).as(result.stackTrace()).isTrue());
        assertThat(ofAnotherUser).hasContent(HostView.isRoot() ? "written" : "");
    }

    private static String status(String name) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/self/status"));
        return lines.stream()
                .filter(line -> line.startsWith(name + ":\t"))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElseThrow();
    }
}
