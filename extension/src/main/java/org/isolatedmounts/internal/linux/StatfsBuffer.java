package org.isolatedmounts.internal.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/** The layout of {@code struct statfs} on 64-bit machines. */
final class StatfsBuffer {

    static final int SIZE = 120;

    private static final long ST_RDONLY = 1;

    private static final Map<Long, String> OPTIONS =
            Map.of(0x8L, "noexec", 0x400L, "noatime", 0x800L, "nodiratime", 0x2000L, "nosymfollow");

    private StatfsBuffer() {}

    static FileSystemStatus parse(byte[] buffer) {
        ByteBuffer status = ByteBuffer.wrap(buffer).order(ByteOrder.nativeOrder());
        long fragment = status.getLong(72);
        long unit = fragment == 0 ? status.getLong(8) : fragment;
        long flags = status.getLong(80);
        return new FileSystemStatus(
                status.getLong(16) * unit,
                status.getLong(24) * unit,
                status.getLong(32) * unit,
                status.getLong(40),
                status.getLong(48),
                (flags & ST_RDONLY) != 0,
                OPTIONS.entrySet().stream()
                        .filter(option -> (flags & option.getKey()) != 0)
                        .map(Map.Entry::getValue)
                        .sorted()
                        .toList());
    }
}
