package org.isolatedmounts.internal.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The layout of {@code struct linux_dirent64}, of which getdents64(2) gives several at once. */
final class DirentBuffer {

    private static final int LENGTH = 16;
    private static final int TYPE = 18;
    private static final int NAME = 19;

    private DirentBuffer() {}

    static void parse(byte[] buffer, int size, List<DirectoryEntry> entries) {
        ByteBuffer records = ByteBuffer.wrap(buffer).order(ByteOrder.nativeOrder());
        int length;
        for (int start = 0; start < size; start += length) {
            length = Short.toUnsignedInt(records.getShort(start + LENGTH));
            int end = start + NAME;
            while (buffer[end] != 0) {
                end++;
            }
            String name = PathBytes.decode(buffer, start + NAME, end - start - NAME);
            if (!name.equals(".") && !name.equals("..")) {
                entries.add(new DirectoryEntry(name, DirectoryEntry.Kind.ofType(buffer[start + TYPE])));
            }
        }
    }
}
