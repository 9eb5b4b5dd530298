package org.isolatedmounts.internal.availability.trial;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/** A file system of 64 KiB, so that a loop device can be tried if no program makes file systems. */
public final class FileSystemImage {

    /** Made by {@code mkfs.ext2 -b 1024 -N 16 -m 0 -O none}, then {@code gzip -9n} and {@code base64}. */
    private static final String EMPTY = """
            H4sIAAAAAAACA+3aPU8CMRwH4N6dxgi+4FviJjMmxMVdP4NfwbhoZFAXJz+aH8fFuLifvSsYBEcxaJ+H/OGaFEIbfpc2JQQg
            V71YZ+PrQazVWMV0h36q3rj5eFpdh1DXF29F2y+1k8n7umH2Q+YUSzD0ovkSG1/G9bP68VFk8jtaF6U/qYq1Ms79ID6XbQvI
            QV0fNS9PNZCfNVMAuQpT+99J5bT+eT1PG6D58VdxL7T4/W1/pp3b/AMAv++5Wf+cfLf+KcPhVL9OSOc6zXnJZqytWNshnQvt
            xNqNtRdrP9aB9Q/A0ivbe3oRhp/XZRgO073+peqEm9Hd/fHV6OH20lzBf9Odyf97lfIPZMJffkD+AfkH5B+Qf0D+AfkH5B+Q
            f0D+AfkHAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACABfkA6XpbIAAAAQA=
            """;

    private FileSystemImage() {}

    public static byte[] empty() {
        byte[] compressed = Base64.getMimeDecoder().decode(EMPTY);
        try (InputStream image = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return image.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
