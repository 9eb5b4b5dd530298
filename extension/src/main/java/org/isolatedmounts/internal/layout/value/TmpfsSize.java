package org.isolatedmounts.internal.layout.value;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code size} of tmpfs(5). The kernel takes more: hexadecimal, and octal after a zero, where nobody expects it. */
public final class TmpfsSize {

    private static final Pattern PATTERN = Pattern.compile("([0-9]+)([kKmMgG%]?)");
    private static final BigInteger MOST_OF_DISK = BigInteger.ONE.shiftLeft(44);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private TmpfsSize() {}

    /** The size as the kernel reads it, without leading zeros. */
    public static String parse(Attribute size) {
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
        } else if (bytes(matcher).compareTo(MAX) > 0) {
            throw size.breaks("must be less than 2^63 bytes", "write a smaller size");
        }
        return number + suffix;
    }

    /** The bytes that a size allows, as far as that can be said: a percentage may be of any memory. */
    public static BigInteger most(Attribute size) {
        Matcher matcher = PATTERN.matcher(size.value());
        return matcher.matches() && !matcher.group(2).equals("%") ? bytes(matcher) : MAX;
    }

    /** A size that is no percentage, in bytes. */
    public static long bytes(Attribute size) {
        Matcher matcher = PATTERN.matcher(size.value());
        if (!matcher.matches() || size.value().endsWith("%")) {
            throw size.breaks(
                    "must be a whole number with the suffix k, m, g or none", "write for example \"64m\" for 64 MiB");
        }
        BigInteger bytes = bytes(matcher);
        if (bytes.signum() == 0 || bytes.compareTo(MOST_OF_DISK) > 0) {
            throw size.breaks("must be greater than zero and at most 16 TiB", "write another size");
        }
        return bytes.longValueExact();
    }

    /** What is to be left of a size, in bytes. */
    public static long free(Attribute free, Attribute size) {
        Matcher matcher = PATTERN.matcher(free.value());
        if (!matcher.matches() || free.value().endsWith("%")) {
            throw free.breaks(
                    "must be a whole number with the suffix k, m, g or none",
                    "write for example \"0\" for a full disk, or \"64k\"");
        }
        BigInteger bytes = bytes(matcher);
        Matcher ofSize = PATTERN.matcher(size.value());
        boolean tooMuch = bytes.compareTo(MAX) > 0
                || (ofSize.matches() && !ofSize.group(2).equals("%") && bytes.compareTo(bytes(ofSize)) >= 0);
        if (tooMuch) {
            throw free.breaks(
                    "must be less than `size`, which is " + size.shown(), "leave it out, or write a larger `size`");
        }
        return bytes.longValueExact();
    }

    private static BigInteger bytes(Matcher size) {
        return new BigInteger(size.group(1)).multiply(unit(size.group(2).toLowerCase(Locale.ROOT)));
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
