package org.isolatedmounts.internal.report;

import java.util.List;
import java.util.Locale;
import org.isolatedmounts.internal.event.MountUsage;

/** How full a filesystem is, for people; what keeps a test from writing to it comes first. */
final class UsageText {

    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

    private UsageText() {}

    /** Whether nothing more can be written, or no file be made. */
    static boolean isUsedUp(MountUsage usage) {
        return isFull(usage) || hasNoInodes(usage);
    }

    private static boolean isFull(MountUsage usage) {
        return usage.size() > 0 && usage.available() == 0;
    }

    private static boolean hasNoInodes(MountUsage usage) {
        return usage.inodes() > 0 && usage.freeInodes() == 0;
    }

    static String space(MountUsage usage) {
        if (!usage.isKnown()) {
            return "unknown: " + usage.problem();
        }
        if (usage.size() == 0) {
            return "not counted";
        }
        long used = usage.size() - usage.free();
        return (isFull(usage) ? "FULL: " : "") + bytes(usage.available()) + " of " + bytes(usage.size()) + " free, "
                + percent(used, used + usage.available());
    }

    static String inodes(MountUsage usage) {
        if (!usage.isKnown()) {
            return "unknown";
        }
        if (usage.inodes() == 0) {
            return "not counted";
        }
        return (hasNoInodes(usage) ? "NONE LEFT: " : "") + number(usage.freeInodes()) + " of " + number(usage.inodes())
                + " free, " + percent(usage.inodes() - usage.freeInodes(), usage.inodes());
    }

    /** Rounded up, as df(1) does it: what is not empty is never called so. */
    private static String percent(long used, long all) {
        return (long) Math.ceil(100.0 * used / Math.max(1, all)) + " % used";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1024 && unit < UNITS.size() - 1) {
            amount /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f", amount).replace(".0", "") + " " + UNITS.get(unit);
    }
}
