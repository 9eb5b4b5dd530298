package org.isolatedmounts.internal.supervisor.laying;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;

/**
 * System calls that are recorded and not made. Every path is an empty directory of its own, the namespaces of the process
 * and of the laying thread are those of a fork; file descriptors count from 100.
 */
final class ScriptedCalls {

    private static final int DIRECTORY = 0x41ed;

    private final List<String> recorded = new ArrayList<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private final Map<String, Integer> refusalsLeft = new HashMap<>();
    private final List<Integer> open = new ArrayList<>();
    private final ThreadLocal<Boolean> entered = ThreadLocal.withInitial(() -> false);
    private boolean sameNamespace;
    private boolean setnsIsVoid;
    private int nextDescriptor = 100;

    /** Lets the calls whose text begins so fail. */
    ScriptedCalls refuse(String call, int errno, int times) {
        refusals.put(call, errno);
        refusalsLeft.put(call, times);
        return this;
    }

    ScriptedCalls forkIsInSupervisorsNamespace() {
        sameNamespace = true;
        return this;
    }

    ScriptedCalls setnsLeadsNowhere() {
        setnsIsVoid = true;
        return this;
    }

    /** As {@code move_mount(100, "", -100, "/data", 4)}, by the name of the method. */
    List<String> recorded() {
        return recorded;
    }

    List<String> changes() {
        return recorded.stream()
                .filter(call -> !call.matches("(openat|close|statx|find|umask|faccessat|read|getdents)\\(.*"))
                .toList();
    }

    List<Integer> open() {
        return open;
    }

    SystemCalls asSystemCalls() {
        return (SystemCalls) Proxy.newProxyInstance(
                SystemCalls.class.getClassLoader(), new Class<?>[] {SystemCalls.class}, (proxy, method, arguments) -> {
                    Object[] operands = arguments == null ? new Object[0] : arguments;
                    String call = method.getName()
                            + Arrays.stream(operands)
                                    .map(operand -> operand instanceof String ? "\"" + operand + "\"" : "" + operand)
                                    .collect(Collectors.joining(", ", "(", ")"));
                    recorded.add(call);
                    refuseIfToldTo(call);
                    return answer(method.getName(), method.getReturnType(), operands);
                });
    }

    private void refuseIfToldTo(String call) {
        refusals.forEach((prefix, errno) -> {
            if (call.startsWith(prefix) && refusalsLeft.merge(prefix, -1, Integer::sum) >= 0) {
                throw new SystemCallException(call, errno);
            }
        });
    }

    private Object answer(String name, Class<?> type, Object[] operands) {
        switch (name) {
            case "setns" -> entered.set(!setnsIsVoid);
            case "close" -> open.remove(operands[0]);
            default -> {}
        }
        if (type == FileStatus.class) {
            return status(String.valueOf(operands[0]), String.valueOf(operands[1]));
        }
        if (type == Optional.class) {
            return Optional.of(status(String.valueOf(operands[0]), String.valueOf(operands[1])));
        }
        if (type == int.class) {
            open.add(nextDescriptor);
            return nextDescriptor++;
        }
        return type == List.class ? List.of() : type == byte[].class ? new byte[0] : "";
    }

    private FileStatus status(String directory, String path) {
        boolean supervisors = path.equals("thread-self/ns/mnt") && !entered.get();
        if (path.endsWith("ns/mnt")) {
            return new FileStatus(4, supervisors || sameNamespace ? 1 : 2, 0, 0, 0, 0);
        }
        return new FileStatus(5, path.isEmpty() ? directory.hashCode() : path.hashCode(), DIRECTORY, 0, 0, 7);
    }
}
