package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.supervisor.laying.Plans.masked;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyPath;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MaskTests extends LaboratoryTestCase {

    MaskTests(Laboratory laboratory) {
        super(laboratory);
    }

    @Test
    void aFileCanBeNeitherReadNorWritten() throws IOException {
        Path file = file("file", "secret\n");

        assertThat(laid("cat file; echo x > file; chmod 777 file; stat -c %a file; cat file", masked(file, true)))
                .contains("cat: file: Permission denied", "cannot create file", "Read-only file system")
                .endsWith("0\ncat: file: Permission denied\n")
                .doesNotContain("secret");
        assertThat(file).hasContent("secret\n");
    }

    @Test
    void aDirectoryIsEmptyAndHasNoPermissions() throws IOException {
        Path at = directory("at");
        file("at/file", "secret\n");
        String answer = laid("stat -c %a at; ls -A at; cat at/file; touch at/new; chmod 777 at", masked(at, false));

        assertThat(answer).startsWith("0\n").contains("Read-only file system").doesNotContain("secret");
    }

    @Test
    void liesInOtherMountsAndUnderThem() throws IOException {
        Path at = directory("at");
        file("at/file", "secret\n");

        assertThat(laid("cat at/file", readOnlyPath(at), masked(at.resolve("file"), true)))
                .isEqualTo("cat: at/file: Permission denied\n");
        if (laboratory.isRoot()) {
            assertThat(laid(
                            "echo x > at/deep/er/a && cat at/deep/er/a",
                            masked(at, false),
                            tmpfs(at.resolve("deep/er"))))
                    .isEqualTo("x\n");
        }
    }
}
