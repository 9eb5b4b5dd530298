package org.isolatedmounts.internal.fork.failure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.isolatedmounts.internal.event.Failure;
import org.isolatedmounts.internal.event.Failure.Description;
import org.isolatedmounts.internal.event.Failure.Kind;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;

/** Makes a {@link Failure} of any throwable, without ever throwing one but for want of memory. */
public final class FailureEncoder {

    private static final byte[] NOT_SERIALIZED = {};

    /** Those that lead from the first one to the one that is being described. */
    private final Set<Throwable> around = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Texts texts;
    private final StackTraces traces;
    private final int most;
    private int described;

    private FailureEncoder(Texts texts, StackTraces traces, int most) {
        this.texts = texts;
        this.traces = traces;
        this.most = most;
    }

    /**
     * All of a throwable that fits into the limits.
     *
     * @throws OutOfMemoryError if there is not enough of it to do so
     */
    public static Failure encode(Throwable throwable) {
        return new Failure(
                serialize(throwable),
                new FailureEncoder(new Texts(), new StackTraces(), Limits.THROWABLES).describe(throwable));
    }

    /** Tells of the throwable alone, with little memory. */
    public static Failure encodeInNeed(Throwable throwable) {
        int length = Limits.TEXT_IN_NEED;
        Texts texts = new Texts(length, 4 * length);
        try {
            return new Failure(
                    NOT_SERIALIZED,
                    new FailureEncoder(texts, new StackTraces(length / 100, length / 100, length), 1)
                            .describe(throwable));
        } catch (OutOfMemoryError e) {
            return new Failure(NOT_SERIALIZED, nameOf(throwable));
        }
    }

    private static Description nameOf(Throwable throwable) {
        return left(
                Likenesses.kindOf(throwable),
                throwable.getClass().getName() + " [isolated-mounts: no memory is left to tell more]");
    }

    private static Description left(Kind kind, String text) {
        return new Description(
                kind, "isolated-mounts", "", text, text, List.of(), null, List.of(), null, null, List.of());
    }

    private static byte[] serialize(Throwable throwable) {
        try {
            Serialization serialization = new Serialization();
            byte[] bytes = serialization.write(throwable, Limits.SERIALIZED);
            Throwable copy = (Throwable) Serialization.read(bytes);
            boolean faithful =
                    copy.getClass().getName().equals(throwable.getClass().getName())
                            && (serialization.hasCut() || isAlike(copy, throwable));
            return faithful ? bytes : NOT_SERIALIZED;
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            // an exception class may do anything in its serialisation; the description remains
            return NOT_SERIALIZED;
        }
    }

    private static boolean isAlike(Throwable copy, Throwable throwable) {
        return Objects.equals(copy.getMessage(), throwable.getMessage())
                && printed(copy).equals(printed(throwable));
    }

    private static String printed(Throwable throwable) {
        StringWriter text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private Description describe(Throwable throwable) {
        around.add(throwable);
        described++;
        try {
            return descriptionOf(throwable);
        } finally {
            around.remove(throwable);
        }
    }

    private Description descriptionOf(Throwable throwable) {
        AssertionFailedError comparison = throwable instanceof AssertionFailedError error ? error : null;
        String message = Likenesses.message(throwable);
        // in need there may be no room for another text of that length
        boolean ask = most > 1 || message == null || message.length() < Limits.TEXT_IN_NEED;
        String text = ask ? texts.cutIfPresent(Likenesses.unusual(throwable, message)) : null;
        message = texts.cutIfPresent(message);
        int room = texts.room();
        return new Description(
                Likenesses.kindOf(throwable),
                throwable.getClass().getName(),
                Likenesses.simpleName(throwable),
                text,
                message,
                List.of(traces.cut(Likenesses.stackTrace(throwable))),
                describe(Likenesses.cause(throwable).stream().toList(), "causes").stream()
                        .findFirst()
                        .orElse(null),
                describe(List.of(throwable.getSuppressed()), "suppressed exceptions"),
                comparison == null ? null : valueOf(Likenesses.ask(comparison::getExpected, null), room),
                comparison == null ? null : valueOf(Likenesses.ask(comparison::getActual, null), room),
                describe(Likenesses.failures(throwable), "failures"));
    }

    /** One that is around itself is left out; one that is in two places, as failures that are suppressed, too, is not. */
    private List<Description> describe(List<Throwable> throwables, String what) {
        List<Description> descriptions = new ArrayList<>();
        for (int i = 0; i < throwables.size(); i++) {
            if (around.size() > Limits.DEPTH || described >= most) {
                String note = Limits.note(throwables.size() - i, throwables.size(), what);
                descriptions.add(left(Kind.OTHER, note));
                break;
            }
            if (!around.contains(throwables.get(i))) {
                descriptions.add(describe(throwables.get(i)));
            }
        }
        return descriptions;
    }

    private @Nullable String valueOf(@Nullable ValueWrapper value, int room) {
        String text = value == null ? null : value.getStringRepresentation();
        return text == null ? null : texts.cut(text, room / 2);
    }
}
