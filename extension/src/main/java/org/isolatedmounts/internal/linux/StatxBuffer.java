package org.isolatedmounts.internal.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The layout of {@code struct statx}. */
final class StatxBuffer {

    static final int SIZE = 256;

    /** {@code STATX_BASIC_STATS | STATX_MNT_ID}. */
    static final int MASK = 0x7ff | 0x1000;

    private StatxBuffer() {}

    static FileStatus parse(byte[] buffer) {
        ByteBuffer status = ByteBuffer.wrap(buffer).order(ByteOrder.nativeOrder());
        long device = Integer.toUnsignedLong(status.getInt(136)) << 32 | Integer.toUnsignedLong(status.getInt(140));
        int mode = Short.toUnsignedInt(status.getShort(28));
        return new FileStatus(
                device, status.getLong(32), mode, status.getInt(20), status.getInt(24), status.getLong(144));
    }
}
