package org.isolatedmounts.mountinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatmountTests {

    /** Prints both tables of a namespace in which it is started. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws IOException {
            System.out.print(MountTable.ofSelf());
            System.out.println(
                    MountTable.ofSelf().equals(MountTable.ofSelfByStatmount())
                            ? "equal"
                            : MountTable.ofSelfByStatmount());
        }
    }

    @BeforeEach
    void kernelHasIt() {
        String[] version = System.getProperty("os.version").split("\\D", 3);
        assumeTrue(System.getProperty("os.name").equals("Linux"), "statmount(2) is a system call of Linux");
        assumeTrue(
                Integer.parseInt(version[0]) * 1000 + Integer.parseInt(version[1]) >= 6013,
                "statmount(2) tells all from Linux 6.13 on");
    }

    @Test
    void tellsTheSameAsMountinfo() throws IOException {
        assertThat(MountTable.ofSelfByStatmount()).isEqualTo(MountTable.ofSelf());
    }

    @Test
    void tellsTheSameOfEveryName(@TempDir Path directory) throws IOException {
        try (NamespaceShell shell = new NamespaceShell()) {
            shell.run("cd " + directory.toRealPath());
            NastyNames.mountAll(shell);
            // more than one call of listmount(2) tells of, as each copy doubles them
            shell.run("for i in 1 2 3 4; do mkdir copy$i; mount --rbind . copy$i; done");
            assertThat(shell.table().mounts()).hasSizeGreaterThan(600);
            String output = shell.run("\"" + System.getProperty("java.home") + "/bin/java\" -XX:TieredStopAtLevel=1"
                    + " -Dfile.encoding=UTF-8 -XX:-UsePerfData -cp '"
                    + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")) + "' '"
                    + Main.class.getName() + "' 2>&1");

            assertThat(output).endsWith("\nequal\n");
        }
    }
}
