package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

class LinksTestCase {

    /** A link to {@link #MISSING}. */
    static final String LINK = HostPlace.PLACE + "/link";

    static final String MISSING = HostPlace.PLACE + "/missing/deep";

    /** In {@link HostPlace#SOURCE}, a link to {@link #BEHIND}. */
    static final String LINK_IN_SOURCE = "link";

    static final String BEHIND = "/isolated-mounts-it/behind/it";

    @Test
    @TmpfsMount(at = LINK + "/x")
    @TmpfsMount(at = MISSING)
    void throughALinkIntoADeclaredMount() throws IOException {
        assertIsTmpfs(MISSING);
        assertIsTmpfs(MISSING + "/x");
        Files.createFile(Path.of(LINK, "x/new"));
        assertThat(Path.of(MISSING, "x/new")).exists();
        Files.createFile(Path.of(LINK, "besides"));
    }

    @Test
    @TmpfsMount(at = "/isolated-mounts-it/bind/" + LINK_IN_SOURCE + "/x")
    @TmpfsMount(at = BEHIND)
    @BindMount(source = HostPlace.SOURCE, at = "/isolated-mounts-it/bind")
    void throughALinkInADeclaredMountIntoAnother() throws IOException {
        assertIsTmpfs(BEHIND);
        assertIsTmpfs(BEHIND + "/x");
    }

    private static void assertIsTmpfs(String at) throws IOException {
        assertThat(MountTable.ofSelf().at(at).orElseThrow().fileSystemType()).isEqualTo("tmpfs");
    }
}
