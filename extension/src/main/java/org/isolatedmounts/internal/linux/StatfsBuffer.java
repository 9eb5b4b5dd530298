package org.isolatedmounts.internal.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The layout of {@code struct statfs} on 64-bit machines. */
final class StatfsBuffer {

    static final int SIZE = 120;

    private static final long ST_RDONLY = 1;

    private StatfsBuffer() {}

    static FileSystemStatus parse(byte[] buffer) {
        ByteBuffer status = ByteBuffer.wrap(buffer).order(ByteOrder.nativeOrder());
        long fragment = status.getLong(72);
        long unit = fragment == 0 ? status.getLong(8) : fragment;
        return new FileSystemStatus(
                status.getLong(16) * unit,
                status.getLong(24) * unit,
                status.getLong(32) * unit,
                status.getLong(40),
                status.getLong(48),
                (status.getLong(80) & ST_RDONLY) != 0);
    }
}
