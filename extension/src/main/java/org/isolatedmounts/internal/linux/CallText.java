package org.isolatedmounts.internal.linux;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How the operands of a failed system call are written: strings quoted as in strace(1), flags in hexadecimal. */
final class CallText {

    record Hex(long flags) {}

    private CallText() {}

    static String operands(Object... operands) {
        return Arrays.stream(operands).map(CallText::operand).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String operand(Object operand) {
        if (operand instanceof String string) {
            return '"' + string + '"';
        }
        if (operand instanceof Hex hex) {
            return "0x" + Long.toHexString(hex.flags());
        }
        return operand.equals(Flags.AT_FDCWD) ? "AT_FDCWD" : operand.toString();
    }
}
