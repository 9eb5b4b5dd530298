package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

@IsolatedMounts
class NamesTestCase {

    private static final String N50 = "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn";
    private static final String LONG = "/isolated-mounts-it/" + N50 + N50 + N50 + N50;
    private static final String BLANK = "/isolated-mounts-it/a b";
    private static final String CONTROLS = "/isolated-mounts-it/tab\tnewline\nend";
    private static final String QUOTES = "/isolated-mounts-it/back\\slash'quote\"$(x)#,=";
    private static final String DEEP = "/isolated-mounts-it/a/b/c/d";
    private static final String BELOW_TMPFS = BLANK + "/x/y";
    private static final String BIND = "/isolated-mounts-it/bind";
    private static final String BELOW_BIND = BIND + "/new/deep";
    private static final String FILE_BELOW_BIND = BIND + "/sub/new.properties";

    @Test
    @TmpfsMount(at = LONG)
    @TmpfsMount(at = BELOW_TMPFS)
    @TmpfsMount(at = BLANK)
    @TmpfsMount(at = CONTROLS)
    @TmpfsMount(at = QUOTES)
    @TmpfsMount(at = DEEP)
    @BindMount(source = HostPlace.SOURCE, at = BIND)
    @TmpfsMount(at = BELOW_BIND)
    @BindMount(source = HostPlace.FILE, at = FILE_BELOW_BIND)
    void anyNameAnywhere() throws IOException {
        for (String at : new String[] {LONG, BELOW_TMPFS, BLANK, CONTROLS, QUOTES, DEEP, BELOW_BIND}) {
            assertIsTmpfs(at);
        }
        assertThat(Path.of(FILE_BELOW_BIND)).hasContent("a file");
        assertThat(Path.of(BIND, "file")).hasContent("of the source");
        for (String readOnly : new String[] {"x", "new/x", "sub/x"}) {
            assertThatIOException()
                    .isThrownBy(() -> Files.createFile(Path.of(BIND, readOnly)))
                    .withMessageContaining("Read-only file system");
        }
    }

    static void assertIsTmpfs(String at) throws IOException {
        assertThat(MountTable.ofSelf().at(at).orElseThrow().fileSystemType()).isEqualTo("tmpfs");
        assertThat(Path.of(at).getParent())
                .isDirectoryContaining(entry -> entry.toString().equals(at));
        Files.writeString(Path.of(at, "file"), "content");
    }
}
