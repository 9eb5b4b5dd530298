package org.isolatedmounts.internal.layout.kind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.FileContentSpec;
import org.isolatedmounts.layout.MountSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentKindTests {

    private static final FileContentSpec SPEC = MountSpec.fileContent("/etc/app/app.properties");

    @TempDir
    Path project;

    @Test
    void textIsInUtf8() {
        assertThat(tree(SPEC.text("größe=1\n").mode("0600")))
                .isEqualTo(Tree.NewFile.of("größe=1\n".getBytes(UTF_8), "600", Map.of()));
        assertThat(tree(SPEC)).isEqualTo(Tree.NewFile.of(new byte[0], "644", Map.of()));
    }

    @Test
    void textIsWholeCharacters() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> tree(SPEC.text("a\ud800")))
                .withMessage(
                        "@FileContent(at = \"/etc/app/app.properties\"): `text` must be text that UTF-8 can encode, but is"
                                + " \"...\"; it has one half of a surrogate pair: correct it, or use `copyOf` for bytes");
    }

    @Test
    void aCopyIsOfAFileOrOfAResource() throws IOException {
        byte[] content = {0, 1, -1};
        Path file = Files.write(project.resolve("file"), content);

        assertThat(tree(SPEC.copyOf("file")).bytes()).isEqualTo(content);
        assertThat(tree(SPEC.copyOf(file.toString())).bytes()).isEqualTo(content);
        assertThat(tree(SPEC.copyOf("${basedir}/file")).bytes()).isEqualTo(content);
        assertThat(tree(SPEC.copyOf("classpath:/" + resource())).bytes())
                .isEqualTo(tree(SPEC.copyOf("classpath:" + resource())).bytes())
                .startsWith(0xca, 0xfe, 0xba, 0xbe);
    }

    @Test
    void refusesWhatCannotBeCopied() throws IOException {
        refuse(
                SPEC.text("x").copyOf("file"),
                "must be left out if there is a `text`, but is \"file\"; write one of them");
        refuse(
                SPEC.copyOf("file"),
                "must exist (ENOENT), but is \"file\"; the host has no file \"" + project
                        + "/file\": create it before the"
                        + " run, or correct the path (a relative one starts at the project)");
        refuse(
                SPEC.copyOf("."),
                "must be a file, but is \".\"; there is a directory or a special file: a whole directory can be had by"
                        + " @BindMount, or copied by @TmpfsMount(copyOf)");
        refuse(
                SPEC.copyOf("classpath:/no/such"),
                "must exist on the class path of the tests, but is \"classpath:/no/such\"; there is no resource \"no/such\":"
                        + " correct the name, which starts at the root of the class path");
        refuse(
                SPEC.copyOf("layout:/data"),
                "must be a file of the host or a resource, but is \"layout:/data\"; it is read before the layout is laid: write a path of the host, or use @BindMount");
        try (RandomAccessFile large =
                new RandomAccessFile(project.resolve("large").toFile(), "rw")) {
            large.setLength((4 << 20) + 1);
        }
        refuse(
                SPEC.copyOf("large"),
                "must have at most 4 MiB, but is \"large\"; mount the file with @BindMount, or copy the directory that has it with"
                        + " @TmpfsMount(copyOf)");
    }

    private void refuse(FileContentSpec spec, String problem) {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> tree(spec))
                .withMessage("@FileContent(at = \"/etc/app/app.properties\"): `copyOf` " + problem);
    }

    private Tree.NewFile tree(FileContentSpec spec) {
        Declaration declaration = new Declaration(
                "@FileContent(at = \"/etc/app/app.properties\")",
                project,
                name -> Optional.empty(),
                FileContentKindTests.class.getClassLoader());
        return (Tree.NewFile) new FileContentKind().tree(spec, declaration);
    }

    private static String resource() {
        return FileContentKindTests.class.getName().replace('.', '/') + ".class";
    }
}
