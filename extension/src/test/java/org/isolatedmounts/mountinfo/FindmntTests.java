package org.isolatedmounts.mountinfo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What findmnt(8) of util-linux reads is what we read. */
@EnabledOnOs(OS.LINUX)
class FindmntTests {

    private static final String FINDMNT = "findmnt --kernel --raw --noheadings --notruncate --nofsroot --output"
            + " ID,PARENT,MAJ:MIN,FSROOT,TARGET,VFS-OPTIONS,OPT-FIELDS,FSTYPE,SOURCE,FS-OPTIONS";

    @Test
    void readsTheLiveTableAsFindmntDoes() throws Exception {
        ProcessBuilder findmnt = new ProcessBuilder("sh", "-c", FINDMNT);
        findmnt.environment().put("LC_ALL", "C");
        byte[] output = findmnt.start().getInputStream().readAllBytes();

        assertThat(fields(MountTable.ofSelf())).isEqualTo(fields(output));
    }

    @Test
    void readsEveryNameAsFindmntDoes(@TempDir Path directory) throws IOException {
        try (NamespaceShell shell = new NamespaceShell()) {
            shell.run("cd " + directory.toRealPath());
            NastyNames.mountAll(shell);

            assertThat(shell.table().withSource("\\040")).as("a nasty name").isNotEmpty();
            assertThat(fields(shell.table())).isEqualTo(fields(shell.bytes(FINDMNT)));
        }
    }

    @Test
    @Tag("full")
    void readsFiveThousandMountsAsFindmntDoes(@TempDir Path directory) throws IOException {
        try (NamespaceShell shell = new NamespaceShell()) {
            FiveThousandMounts.make(shell, directory);

            assertThat(shell.table().mounts()).hasSizeGreaterThanOrEqualTo(5000);
            assertThat(fields(shell.table())).isEqualTo(fields(shell.bytes(FINDMNT)));
        }
    }

    private static List<List<String>> fields(MountTable table) {
        return table.mounts().stream()
                .map(mount -> List.of(
                        Integer.toString(mount.mountId()),
                        Integer.toString(mount.parentId()),
                        mount.device().toString(),
                        mount.root(),
                        mount.mountPoint(),
                        String.join(",", mount.mountOptions()),
                        mount.propagation().isPrivate() && !mount.propagation().unbindable()
                                ? ""
                                : mount.propagation().toString(),
                        mount.fileSystemType(),
                        mount.source(),
                        String.join(",", mount.superOptions())))
                .toList();
    }

    private static List<List<String>> fields(byte[] output) {
        List<List<String>> lines = new ArrayList<>();
        for (String line : new String(output, ISO_8859_1).lines().toList()) {
            List<String> fields = new ArrayList<>();
            for (String field : line.split(" ", -1)) {
                fields.add(withoutEscapes(field));
            }
            lines.add(fields);
        }
        return lines;
    }

    /** A backslash, an x and two hexadecimal digits. */
    private static String withoutEscapes(String field) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int index = 0;
        while (index < field.length()) {
            boolean escape = field.startsWith("\\x", index);
            bytes.write(escape ? Integer.parseInt(field, index + 2, index + 4, 16) : field.charAt(index));
            index += escape ? 4 : 1;
        }
        return MountInfoBytes.decode(bytes.toByteArray());
    }
}
