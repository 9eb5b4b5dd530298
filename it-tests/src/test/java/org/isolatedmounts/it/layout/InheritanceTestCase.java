package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InheritanceTestCase extends InheritedMounts.Base implements InheritedMounts.Contract {

    @Test
    void addsWhatIsInherited() throws IOException {
        assertMounts("base 4k", "composed 4k", "interface 4k");
    }

    @Test
    @TmpfsMount(at = "/isolated-mounts-it/base", size = "8k")
    @BindMount(source = HostPlace.SOURCE, at = "/isolated-mounts-it/composed")
    void replacesWhatIsInherited() throws IOException {
        assertMounts("base 8k", "interface 4k");
        assertThat(Path.of("/isolated-mounts-it/composed/file")).hasContent("of the source");
    }

    @Nested
    @TmpfsMount(at = "/isolated-mounts-it/nested", size = "4k")
    @TmpfsMount(at = "/isolated-mounts-it/interface", size = "12k")
    class Inner {

        @Test
        void addsAndReplaces() throws IOException {
            assertMounts("base 4k", "composed 4k", "interface 12k", "nested 4k");
        }
    }

    private static void assertMounts(String... expected) throws IOException {
        List<MountEntry> mounts = MountTable.ofSelf().mounts();
        assertThat(mounts.stream()
                        .filter(mount -> mount.mountPoint().startsWith("/isolated-mounts-it/"))
                        .filter(mount -> mount.fileSystemType().equals("tmpfs")
                                && mount.source().equals("tmpfs")
                                // a bind of what may be a tmpfs of the host, as /tmp often is
                                && mount.root().equals("/"))
                        .map(mount -> Path.of(mount.mountPoint()).getFileName() + " " + size(mount)))
                .containsExactlyInAnyOrder(expected);
    }

    private static String size(MountEntry mount) {
        return mount.superOptions().stream()
                .filter(option -> option.startsWith("size="))
                .findFirst()
                .orElse("")
                .substring("size=".length());
    }
}
