package org.isolatedmounts.internal.layout.value;

/** The {@code nr_inodes} of tmpfs(5). */
public final class TmpfsInodes {

    /** The kernel refuses more: it counts 1024 bytes for each in 64 bits. */
    private static final long MAX = Long.divideUnsigned(-1, 1024);

    private TmpfsInodes() {}

    public static String check(Attribute attribute) {
        long inodes = Long.parseLong(attribute.value());
        if (inodes < 1) {
            throw attribute.breaks(
                    "must be at least 1, for the root directory of the mount",
                    inodes == 0
                            ? "for the kernel 0 means a tmpfs without limit: write the limit"
                            : "write how many files, directories and symbolic links there may be");
        }
        if (inodes > MAX) {
            throw attribute.breaks("must be at most " + MAX, "the kernel takes no more: write a smaller number");
        }
        return attribute.value();
    }

    public static String oneMore(Attribute attribute) {
        return Long.toString(Math.min(MAX, Long.parseLong(attribute.value()) + 1));
    }
}
