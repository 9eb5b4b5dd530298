package org.isolatedmounts.internal.layout.kind;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code size} of tmpfs(5). The kernel takes more: hexadecimal, and octal after a zero, where nobody expects it. */
final class TmpfsSize {

    private static final Pattern PATTERN = Pattern.compile("([0-9]+)([kKmMgG%]?)");
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private TmpfsSize() {}

    /** The size as the kernel reads it, without leading zeros. */
    static String parse(Attribute size) {
        Matcher matcher = PATTERN.matcher(size.value());
        if (!matcher.matches()) {
            throw size.breaks(
                    "must be a whole number with the suffix k, m, g, % or none",
                    "write for example \"64m\" for 64 MiB or \"10%\" of the physical memory");
        }
        BigInteger number = new BigInteger(matcher.group(1));
        String suffix = matcher.group(2).toLowerCase(Locale.ROOT);
        if (number.signum() == 0) {
            throw size.breaks(
                    "must be greater than zero", "for the kernel 0 means a tmpfs without limit: write the limit");
        }
        if (suffix.equals("%")) {
            if (number.compareTo(BigInteger.valueOf(100)) > 0) {
                throw size.breaks(
                        "must be at most 100% of the physical memory", "write a percentage from \"1%\" to \"100%\"");
            }
        } else if (number.multiply(unit(suffix)).compareTo(MAX) > 0) {
            throw size.breaks("must be less than 2^63 bytes", "write a smaller size");
        }
        return number + suffix;
    }

    private static BigInteger unit(String suffix) {
        return BigInteger.ONE.shiftLeft(
                switch (suffix) {
                    case "k" -> 10;
                    case "m" -> 20;
                    case "g" -> 30;
                    default -> 0;
                });
    }
}
