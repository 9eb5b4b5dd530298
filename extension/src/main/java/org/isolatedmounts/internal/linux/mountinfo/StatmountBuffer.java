package org.isolatedmounts.internal.linux.mountinfo;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import jnr.ffi.Pointer;
import org.isolatedmounts.internal.linux.PathBytes;
import org.isolatedmounts.mountinfo.DeviceNumber;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountOptions;
import org.isolatedmounts.mountinfo.MountPropagation;

/** The layout of {@code struct statmount}, and how the kernel writes what is in it into mountinfo. */
record StatmountBuffer(Pointer buffer) {

    private static final int SB_BASIC = 0x1;
    private static final int MNT_BASIC = 0x2;
    private static final int PROPAGATE_FROM = 0x4;
    private static final int MNT_ROOT = 0x8;
    private static final int MNT_POINT = 0x10;
    private static final int FS_TYPE = 0x20;
    private static final int MNT_OPTS = 0x80;
    private static final int FS_SUBTYPE = 0x100;
    private static final int SB_SOURCE = 0x200;

    /** What is asked for. */
    static final long MASK =
            SB_BASIC | MNT_BASIC | PROPAGATE_FROM | MNT_ROOT | MNT_POINT | FS_TYPE | MNT_OPTS | FS_SUBTYPE | SB_SOURCE;

    private static final int STRINGS = 512;
    private static final long MS_UNBINDABLE = 1 << 17;

    private record Flag(long mask, long value, String option) {

        Flag(long mask, String option) {
            this(mask, mask, option);
        }
    }

    /** {@code MOUNT_ATTR_…}, in the order in which the kernel writes them. */
    private static final List<Flag> MOUNT_FLAGS = List.of(
            new Flag(0x2, "nosuid"),
            new Flag(0x4, "nodev"),
            new Flag(0x8, "noexec"),
            new Flag(0x70, 0x10, "noatime"),
            new Flag(0x80, "nodiratime"),
            new Flag(0x70, 0, "relatime"),
            new Flag(0x200000, "nosymfollow"),
            new Flag(0x100000, "idmapped"));

    /** {@code SB_…}, in the order in which the kernel writes them. */
    private static final List<Flag> SUPER_FLAGS =
            List.of(new Flag(0x10, "sync"), new Flag(0x80, "dirsync"), new Flag(0x2000000, "lazytime"));

    private static final int READ_ONLY = 1;

    boolean hasSource() {
        return has(SB_SOURCE);
    }

    MountEntry entry() {
        String subtype = string(FS_SUBTYPE, 120);
        return new MountEntry(
                buffer.getInt(56),
                buffer.getInt(60),
                new DeviceNumber(buffer.getInt(16), buffer.getInt(20)),
                string(MNT_ROOT, 104),
                string(MNT_POINT, 108),
                flags(buffer.getLong(64), MOUNT_FLAGS),
                propagation(),
                string(FS_TYPE, 36) + (subtype.isEmpty() ? "" : "." + subtype),
                string(SB_SOURCE, 124),
                superOptions());
    }

    private List<String> superOptions() {
        List<String> options = new ArrayList<>(flags(Integer.toUnsignedLong(buffer.getInt(32)), SUPER_FLAGS));
        options.addAll(MountOptions.parse(bytes(MNT_OPTS, 4)));
        return options;
    }

    private static List<String> flags(long flags, List<Flag> known) {
        List<String> options = new ArrayList<>();
        options.add((flags & READ_ONLY) != 0 ? "ro" : "rw");
        known.stream()
                .filter(flag -> (flags & flag.mask()) == flag.value())
                .map(Flag::option)
                .forEach(options::add);
        return options;
    }

    private MountPropagation propagation() {
        OptionalInt master = number(88);
        OptionalInt from = number(96);
        return new MountPropagation(
                number(80),
                master,
                from.equals(master) ? OptionalInt.empty() : from,
                (buffer.getLong(72) & MS_UNBINDABLE) != 0,
                List.of());
    }

    /** A peer group; zero is none. */
    private OptionalInt number(int offset) {
        long number = buffer.getLong(offset);
        return number == 0 ? OptionalInt.empty() : OptionalInt.of((int) number);
    }

    private String string(int kind, int offset) {
        byte[] bytes = bytes(kind, offset);
        return PathBytes.decode(bytes, 0, bytes.length);
    }

    private byte[] bytes(int kind, int offset) {
        if (!has(kind)) {
            return new byte[0];
        }
        long start = STRINGS + Integer.toUnsignedLong(buffer.getInt(offset));
        int length = buffer.indexOf(start, (byte) 0);
        byte[] bytes = new byte[length];
        buffer.get(start, bytes, 0, length);
        return bytes;
    }

    private boolean has(int kind) {
        return (buffer.getLong(8) & kind) != 0;
    }
}
