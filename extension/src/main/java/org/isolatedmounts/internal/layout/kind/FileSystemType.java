package org.isolatedmounts.internal.layout.kind;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;

/** Names of file systems, and which one an image has, by what its superblock has at some place. */
final class FileSystemType {

    private record Magic(String type, long offset, String text) {}

    private static final List<Magic> KNOWN = List.of(
            new Magic("squashfs", 0, "hsqs"),
            new Magic("erofs", 1024, "\u00e2\u00e1\u00f5\u00e0"),
            new Magic("ext4", 1080, "S\u00ef"),
            new Magic("xfs", 0, "XFSB"),
            new Magic("btrfs", 0x1_0040, "_BHRfS_M"),
            new Magic("iso9660", 32_769, "CD001"));

    private FileSystemType() {}

    /** @throws InvalidLayoutException if it is the name of none */
    static void checkName(Attribute type, String example) {
        if (!type.value().matches("[a-z][a-z0-9_.-]*")) {
            throw type.breaks("must be the name of a file system", "write for example \"" + example + "\"");
        }
    }

    /** The type of an image; empty if it is none of those that are known. */
    static Optional<String> of(Attribute image) {
        try (RandomAccessFile file = new RandomAccessFile(image.value(), "r")) {
            for (Magic magic : KNOWN) {
                if (has(file, magic)) {
                    return Optional.of(magic.type());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw image.breaks("must be readable", "reading it failed with " + e);
        }
    }

    private static boolean has(RandomAccessFile file, Magic magic) throws IOException {
        byte[] expected = magic.text().getBytes(ISO_8859_1);
        if (file.length() < magic.offset() + expected.length) {
            return false;
        }
        byte[] found = new byte[expected.length];
        file.seek(magic.offset());
        file.readFully(found);
        return Arrays.equals(expected, found);
    }
}
