package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyBind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.singleBind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a bind shows, and of which files. */
class BindLayingTests extends LaboratoryTestCase {

    BindLayingTests(Laboratory laboratory) {
        super(laboratory);
    }

    @Test
    void bindShowsTheDirectoryAndWritesIntoIt() throws IOException {
        Path source = directory("source");

        laid("echo written > at/file", bind(source, directory("at")));

        assertThat(source.resolve("file")).hasContent("written");
        assertThat(home.resolve("at")).isEmptyDirectory();
    }

    @Test
    void bindShowsAFile() throws IOException {
        file("at", "old\n");

        assertThat(laid("cat at", bind(file("source", "new\n"), home.resolve("at"))))
                .isEqualTo("new\n");
    }

    @Test
    void readOnlyBindRefusesWritesBelowSubmountsToo() throws IOException {
        assertThat(laid(
                        "cat at/own at/sub/file; touch at/a; touch at/sub/a",
                        readOnlyBind(laboratory.shared(), directory("at"))))
                .startsWith("own\nsubmount\n")
                .contains("touch: cannot touch 'at/a': Read-only file system")
                .contains("touch: cannot touch 'at/sub/a': Read-only file system");
    }

    @Test
    void readOnlyHoldsForTheDeclaredMountOnly() throws IOException {
        Path at = directory("at");
        directory("source/inner");

        assertThat(laid(
                        "touch at/inner/a && ls at/inner; touch at/b",
                        readOnlyBind(home.resolve("source"), at),
                        tmpfs(at.resolve("inner"))))
                .startsWith("a\n")
                .contains("Read-only file system");
    }

    @Test
    void recursiveBindBringsSubmountsAlong() throws IOException {
        assertThat(laid("cat at/sub/file; touch at/sub/x && rm at/sub/x", bind(laboratory.shared(), directory("at"))))
                .isEqualTo("submount\n");
    }

    @Test
    void singleBindLeavesSubmountsBehind() throws IOException {
        assertThat(laid("cat at/own; ls -A at/sub", singleBind(laboratory.shared(), directory("at"))))
                .isEqualTo("own\n");
    }

    @Test
    void singleBindOfAHostTreeWithSubmounts() throws IOException {
        Path at = directory("at");
        Observation observation = laboratory.lay("ls -A at/proc", singleBind("/", at));

        if (laboratory.isRoot()) {
            assertThat(observation.refusal()).isEmpty();
            assertThat(observation.output()).isEmpty();
        } else {
            assertThat(observation.refusal())
                    .startsWith("@BindMount(at = \"" + at + "\"): open_tree(AT_FDCWD, \"/\", ")
                    .contains(": EINVAL")
                    .endsWith("use `recursive = true`");
        }
    }

    @Test
    void sourceBelowAMountIsTheOneOfTheHost() throws IOException {
        Path source = directory("source");
        file("source/file", "source\n");

        assertThat(laid(
                        "cat /tmp/inner/file; ls -I 'laboratory*' /tmp; cat /isolated-a/file",
                        tmpfs("/tmp"),
                        bind(source, "/tmp/inner"),
                        bind(source, "/isolated-a")))
                .isEqualTo("source\ninner\nsource\n");
    }

    @Test
    void sourceThatIsAMountPointIsTheOneOfTheHost() throws IOException {
        Path a = directory("a");
        Path b = directory("b");
        Path c = directory("c");
        file("a/file", "a\n");
        file("b/file", "b\n");

        assertThat(laid("cat b/file c/file", bind(a, b), bind(b, c))).isEqualTo("a\nb\n");
    }

    @Test
    void sourceShowsNoScaffold() throws IOException {
        Path source = directory("source");

        assertThat(laid(
                        "ls at; touch at/written",
                        singleBind(source, directory("at")),
                        tmpfs(source.resolve("missing"))))
                .isEmpty();
        assertThat(source.resolve("written")).exists();
    }

    @Test
    void sourceBelowTheWorkDirectoryIsTheOneOfTheHost() throws IOException {
        Path at = directory("at");

        assertThat(laid("cat at/below", bind(laboratory.work(), at))).isEqualTo("below\n");
        assertThat(laid("cat at/work/below; ls at/work", bind(laboratory.work().resolve(".."), at)))
                .isEqualTo("below\nbelow\n");
    }
}
