package org.isolatedmounts.internal.linux;

import java.util.Arrays;

/** A system call that failed: which one, on what, and why. */
public final class SystemCallException extends RuntimeException {

    private final String call;
    private final int errno;
    private final String kernelLog;

    /**
     * @param call the operation with its operands, {@code mkdirat("/data")}
     */
    public SystemCallException(String call, int errno) {
        this(call, errno, "");
    }

    private SystemCallException(String call, int errno, String kernelLog) {
        super(call + ": " + Errno.name(errno) + (kernelLog.isEmpty() ? "" : " (" + kernelLog + ")"));
        this.call = call;
        this.errno = errno;
        this.kernelLog = kernelLog;
    }

    public int errno() {
        return errno;
    }

    public boolean is(int... errnos) {
        return Arrays.stream(errnos).anyMatch(candidate -> candidate == errno);
    }

    /** What the kernel itself had to say; empty if nothing. */
    public String kernelLog() {
        return kernelLog;
    }

    public boolean isOf(String... operations) {
        return Arrays.stream(operations).anyMatch(operation -> call.startsWith(operation + "("));
    }

    public SystemCallException withKernelLog(String log) {
        SystemCallException copy = new SystemCallException(call, errno, log);
        copy.setStackTrace(getStackTrace());
        return copy;
    }
}
