package org.isolatedmounts.internal.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;

/** Runs a command under a seccomp filter that answers one system call with EPERM: filter name, then the command. */
public final class SeccompMain {

    private static final int PR_SET_SECCOMP = 22;
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int SECCOMP_MODE_FILTER = 2;
    private static final int ALLOW = 0x7fff0000;
    private static final int EPERM = 0x00050001;
    private static final int LOAD = 0x20;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_SET = 0x45;
    private static final int RETURN = 0x06;
    private static final int NUMBER = 0;
    private static final int FIRST_ARGUMENT = 16;
    private static final int CLONE_NEWUSER = 0x10000000;

    /** Public, as jnr-ffi implements it. */
    public interface LibC {
        int prctl(int option, long arg2, long arg3, long arg4, long arg5);
    }

    private SeccompMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        install(
                switch (args[0]) {
                    case "unshare" -> denying(272, 97);
                    case "mount" -> denying(165, 40);
                    case "pivot_root" -> denying(155, 41);
                    case "setns" -> denying(308, 268);
                    case "open_tree" -> denying(428, 428);
                    case "move_mount" -> denying(429, 429);
                    case "fsopen" -> denying(430, 430);
                    case "mount_setattr" -> denying(442, 442);
                    case "newuser" -> denyingNewUser(272, 97);
                    default -> throw new IllegalArgumentException(args[0]);
                });
        // a filter belongs to its thread and to what that thread starts
        Process process = new ProcessBuilder(Arrays.asList(args).subList(1, args.length))
                .inheritIO()
                .start();
        System.exit(process.waitFor());
    }

    private static List<long[]> denying(int onX86, int onArm) {
        return List.of(
                instruction(LOAD, 0, 0, NUMBER),
                instruction(JUMP_IF_EQUAL, 0, 1, number(onX86, onArm)),
                instruction(RETURN, 0, 0, EPERM),
                instruction(RETURN, 0, 0, ALLOW));
    }

    private static List<long[]> denyingNewUser(int onX86, int onArm) {
        return List.of(
                instruction(LOAD, 0, 0, NUMBER),
                instruction(JUMP_IF_EQUAL, 0, 3, number(onX86, onArm)),
                instruction(LOAD, 0, 0, FIRST_ARGUMENT),
                instruction(JUMP_IF_SET, 0, 1, CLONE_NEWUSER),
                instruction(RETURN, 0, 0, EPERM),
                instruction(RETURN, 0, 0, ALLOW));
    }

    private static long[] instruction(long code, long ifTrue, long ifFalse, long operand) {
        return new long[] {code, ifTrue, ifFalse, operand};
    }

    private static int number(int onX86, int onArm) {
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> onX86;
            case "aarch64" -> onArm;
            default -> throw new UnsupportedOperationException(System.getProperty("os.arch"));
        };
    }

    private static void install(List<long[]> filter) {
        ByteBuffer code = ByteBuffer.allocate(filter.size() * 8).order(ByteOrder.nativeOrder());
        for (long[] instruction : filter) {
            code.putShort((short) instruction[0])
                    .put((byte) instruction[1])
                    .put((byte) instruction[2])
                    .putInt((int) instruction[3]);
        }
        LibC libc = LibraryLoader.create(LibC.class).load("c");
        Runtime runtime = Runtime.getRuntime(libc);
        Pointer instructions = runtime.getMemoryManager().allocateDirect(code.capacity());
        instructions.put(0, code.array(), 0, code.capacity());
        Pointer program = runtime.getMemoryManager().allocateDirect(16, true);
        program.putShort(0, (short) filter.size());
        program.putAddress(8, instructions.address());
        check(libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
        check(libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, program.address(), 0, 0));
    }

    private static void check(int result) {
        if (result != 0) {
            throw new IllegalStateException("prctl: " + result);
        }
    }
}
