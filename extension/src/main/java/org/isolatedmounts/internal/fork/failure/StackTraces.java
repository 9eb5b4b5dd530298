package org.isolatedmounts.internal.fork.failure;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cuts the stack traces of one failure; the last frame says so. */
final class StackTraces {

    private final int most;
    private int frames;
    private int characters;
    private boolean cut;

    StackTraces() {
        this(Limits.FRAMES, Limits.ALL_FRAMES, Limits.FRAME_TEXTS);
    }

    /**
     * Cuts stack traces.
     *
     * @param most frames of one
     * @param frames of all
     * @param characters in the names of all frames
     */
    StackTraces(int most, int frames, int characters) {
        this.most = most;
        this.frames = frames;
        this.characters = characters;
    }

    boolean hasCut() {
        return cut;
    }

    StackTraceElement[] cut(StackTraceElement[] trace) {
        int end = 0;
        while (end < Math.min(most, trace.length) && frames > 0 && length(trace[end]) <= characters) {
            frames--;
            characters -= length(trace[end]);
            end++;
        }
        if (end == trace.length) {
            return trace;
        }
        cut = true;
        StackTraceElement[] told = Arrays.copyOf(trace, end + 1);
        told[end] = new StackTraceElement(Limits.note(trace.length - end, trace.length, "frames"), "etc", null, -1);
        return told;
    }

    private static int length(@Nullable StackTraceElement frame) {
        return frame == null
                ? 0
                : Stream.of(
                                frame.getClassLoaderName(),
                                frame.getModuleName(),
                                frame.getModuleVersion(),
                                frame.getClassName(),
                                frame.getMethodName(),
                                frame.getFileName())
                        .mapToInt(name -> name == null ? 0 : name.length())
                        .sum();
    }
}
