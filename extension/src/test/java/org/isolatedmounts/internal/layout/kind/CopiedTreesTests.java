package org.isolatedmounts.internal.layout.kind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.CopiedTree;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.MountSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code copyOf} and {@code classpath:} find, in directories and in jars. */
class CopiedTreesTests {

    @TempDir
    Path project;

    private Path jar = Path.of("");
    private Path classes = Path.of("");

    @BeforeEach
    void makeClassPath() throws IOException {
        classes = Files.createDirectories(project.resolve("classes"));
        Files.createDirectories(classes.resolve("store/deep"));
        Files.writeString(classes.resolve("store/file"), "text");
        jar = project.resolve("a.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : new String[] {"fixtures/", "fixtures/file", "single"}) {
                out.putNextEntry(new ZipEntry(entry));
                if (!entry.endsWith("/")) {
                    out.write("text".getBytes(UTF_8));
                }
            }
        }
    }

    @Test
    void directoriesAndArchivesOfTheHost() throws IOException {
        assertThat(content("classes/store")).isEqualTo(CopiedTree.ofDirectory(classes + "/store", Map.of()));
        assertThat(content("a.jar")).isEqualTo(new CopiedTree(jar.toString(), true, "", Map.of()));
    }

    @Test
    void directoriesOfTheClassPath() throws IOException {
        assertThat(content("classpath:/store")).isEqualTo(CopiedTree.ofDirectory(classes + "/store", Map.of()));
        assertThat(content("classpath:fixtures"))
                .isEqualTo(new CopiedTree(jar.toString(), true, "fixtures/", Map.of()));
    }

    @Test
    void bindsOfTheClassPathAreCopies() throws IOException {
        assertThat(bind("classpath:/store"))
                .isInstanceOfSatisfying(
                        Tree.FileSystem.class,
                        made -> assertThat(made.content())
                                .isEqualTo(CopiedTree.ofDirectory(classes + "/store", Map.of())));
        assertThat(bind("classpath:/single")).isEqualTo(Tree.NewFile.of("text".getBytes(UTF_8), "644", Map.of()));
        assertThat(bind("classpath:/store/file")).isInstanceOf(Tree.NewFile.class);
    }

    @Test
    void overlaysOfTheClassPathShowItsDirectories() throws IOException {
        assertThat(tree(MountSpec.overlay("/data").lower("classpath:/store")))
                .isInstanceOfSatisfying(
                        Tree.Overlay.class,
                        overlay -> assertThat(overlay.lower()).containsExactly(Source.ofHost(classes + "/store")));
        refuse(
                MountSpec.overlay("/data").lower("classpath:/fixtures"),
                "`lower` must not be in a jar, as it is not copied, but is \"classpath:/fixtures\"; it is in \"" + jar
                        + "\"");
    }

    @Test
    @Timeout(10)
    void opensNothingThatIsNoFile() throws Exception {
        Path pipe = project.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        refuse("pipe", "must be a directory, or an archive of zip or jar");
        Files.createDirectory(project.resolve("pipes"));
        Files.move(pipe, project.resolve("pipes/pipe"));
        refuse("pipes", "must have nothing but files, directories and symbolic links");
    }

    /** Root may read everything. */
    @Test
    void tellsWhatIsMissingFromWhatMayNotBeSeen() throws IOException {
        boolean root = System.getProperty("user.name").equals("root");
        Path closed = Files.createDirectories(project.resolve("closed/store")).getParent();
        Path secret = Files.writeString(project.resolve("secret.zip"), "PK");
        Files.setPosixFilePermissions(closed, Set.of());
        Files.setPosixFilePermissions(secret, Set.of());
        try {
            if (root) {
                assertThat(content("closed/store")).isNotNull();
            } else {
                refuse("closed/store", "must be reachable for the user who runs the test (EACCES)");
                refuse("secret.zip", "must be readable (EACCES)");
            }
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void namesThatAClassLoaderGarbles() throws IOException {
        Files.writeString(classes.resolve("\ud83d\ude00"), "text");

        refuse("classpath:/\ud83d\ude00", "must have a name that the class loader can write");
    }

    @Test
    void refusesWhatCannotBeCopied() throws IOException {
        refuse("layout:/x", "must be a directory or an archive of the host or the class path");
        refuse(
                "none",
                "must exist (ENOENT), but is \"none\"; the host has no directory or file \"" + project + "/none\"");
        refuse("classes/store/file", "must be a directory, or an archive of zip or jar");
        refuse("classpath:/none", "must exist on the class path of the tests");
        refuse("classpath:", "must have a name after `classpath:`");
        refuse("classpath:/single", "must be a directory or an archive, but is \"classpath:/single\"; it is a file in");
        Files.write(classes.resolve("large"), new byte[(1 << 20) + 1]);
        refuse("classes", "must fit into `size`, but is \"classes\"; its files take 1056768 bytes");
        refuse(
                MountSpec.bind("classpath:/store").at("/data").optional(true),
                "`optional` must be left out for what is on the class path");
    }

    private CopiedTree content(String copyOf) throws IOException {
        return ((Tree.FileSystem) tree(MountSpec.tmpfs("/data").size("1m").copyOf(copyOf)))
                .files()
                .orElseThrow();
    }

    private Tree bind(String source) throws IOException {
        return tree(MountSpec.bind(source).at("/data"));
    }

    private Tree tree(MountSpec<?> spec) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL(), jar.toUri().toURL()}, null)) {
            return MountKinds.of(spec)
                    .plan(spec, new Declaration("@It on class X", project, key -> Optional.empty(), loader))
                    .tree();
        }
    }

    private void refuse(String copyOf, String problem) {
        refuse(MountSpec.tmpfs("/data").size("1m").copyOf(copyOf), "`copyOf` " + problem);
    }

    private void refuse(MountSpec<?> spec, String problem) {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> tree(spec))
                .withMessageStartingWith("@It on class X: ")
                .withMessageContaining(problem);
    }
}
