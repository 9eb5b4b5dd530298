package org.isolatedmounts.internal.supervisor.laying;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyBind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;
import org.junit.jupiter.api.Test;

class NewFileTests extends LaboratoryTestCase {

    NewFileTests(Laboratory laboratory) {
        super(laboratory);
    }

    @Test
    void hasItsContentAndItsModeAndTheUser() throws IOException {
        file("at", "of the host");

        assertThat(laid("cat at; stat -c '%a %u %h' at; echo more >> at && cat at", fileAt("at", "text\n", "0640")))
                .isEqualTo("text\n640 " + laboratory.user() + " 1\ntext\nmore\n");
        assertThat(home.resolve("at")).hasContent("of the host");
    }

    @Test
    void isMadeWhereThereIsNone() throws IOException {
        assertThat(laid(
                        "cat /etc/isolated-mounts.d/a/b " + home + "/new",
                        Plans.newFile("/etc/isolated-mounts.d/a/b", "one\n", "644", false),
                        fileAt("new", "two\n", "644")))
                .isEqualTo("one\ntwo\n");
        assertThat(home.resolve("new")).doesNotExist();
    }

    @Test
    void liesInOtherMountsOfTheLayout() throws IOException {
        Path at = directory("at");
        directory("source");
        file("source/file", "of the source");

        assertThat(laid(
                        "cat at/deep/new bound/file",
                        tmpfs(at),
                        fileAt("at/deep/new", "one\n", "644"),
                        readOnlyBind(home.resolve("source"), directory("bound")),
                        fileAt("bound/file", "two\n", "644")))
                .isEqualTo("one\ntwo\n");
        assertThat(home.resolve("source/file")).hasContent("of the source");
    }

    @Test
    void cannotBeReplacedOrRemoved() throws IOException {
        assertThat(laid("echo x > y; mv y at; rm at", fileAt("at", "", "644")))
                .contains("mv: cannot move 'y' to 'at': Device or resource busy")
                .contains("rm: cannot remove 'at': Device or resource busy");
    }

    @Test
    void canBeReadOnly() throws IOException {
        assertThat(laid("cat at; echo x > at", Plans.newFile(home.resolve("at"), "text\n", "666", true)))
                .startsWith("text\n")
                .contains("Read-only file system");
    }

    @Test
    void hasTheOptionsOfItsMount() throws IOException {
        MountPlan program = new MountPlan(
                home.resolve("program").toString(),
                Tree.NewFile.of("#!/bin/sh\necho ran\n".getBytes(UTF_8), "755", Map.of()),
                false,
                List.of("noexec", "nosuid", "nodev"),
                "@FileContent");

        assertThat(laid("./program", program)).contains("Permission denied");
        assertThat(laid("./program", fileAt("program", "#!/bin/sh\necho ran\n", "755")))
                .isEqualTo("ran\n");
    }

    @Test
    void belongsToWhomItIsGiven() throws IOException {
        if (laboratory.isRoot()) {
            MountPlan given = new MountPlan(
                    home.resolve("at").toString(),
                    Tree.NewFile.of(new byte[] {1}, "600", Map.of("uid", "4711", "gid", "4712")),
                    false,
                    List.of(),
                    "@FileContent");
            assertThat(laid("stat -c '%u %g %s' at", given)).isEqualTo("4711 4712 1\n");
        }
        assertThat(laid("stat -c %u at", fileAt("at", "", "600"))).isEqualTo(laboratory.user() + "\n");
    }

    private MountPlan fileAt(String at, String text, String mode) {
        return Plans.newFile(home.resolve(at), text, mode, false);
    }
}
