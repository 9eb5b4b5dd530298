package org.isolatedmounts.internal.linux;

import java.util.Locale;

/** The numbers for syscall(2); from 424 on they are the same on all architectures. */
record SystemCallNumbers(long getdents64, long pivotRoot) {

    static final long OPEN_TREE = 428;
    static final long MOVE_MOUNT = 429;
    static final long FSOPEN = 430;
    static final long FSCONFIG = 431;
    static final long FSMOUNT = 432;
    static final long FSPICK = 433;
    static final long MOUNT_SETATTR = 442;

    static SystemCallNumbers ofThisMachine() {
        String architecture = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return switch (architecture) {
            case "amd64", "x86_64" -> new SystemCallNumbers(217, 155);
            case "aarch64", "riscv64" -> new SystemCallNumbers(61, 41);
            default ->
                throw new UnsupportedOperationException("isolated-mounts does not know the system call numbers of"
                        + " the architecture " + architecture + "; it knows amd64, aarch64 and riscv64");
        };
    }
}
