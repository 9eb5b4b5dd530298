package org.isolatedmounts.internal.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** What consists of nothing else. */
final class SimpleShape extends Shape {

    private enum Kind {
        INT,
        LONG,
        BOOLEAN,
        BYTES,
        TEXT,
        TIME,
        STACK_FRAME
    }

    private final Kind kind;

    private SimpleShape(Kind kind) {
        this.kind = kind;
    }

    static @Nullable Shape of(Class<?> type) {
        Kind kind = kindOf(type);
        return kind == null ? null : new SimpleShape(kind);
    }

    private static @Nullable Kind kindOf(Class<?> type) {
        if (type == String.class) {
            return Kind.TEXT;
        } else if (type == long.class) {
            return Kind.LONG;
        } else if (type == int.class) {
            return Kind.INT;
        } else if (type == boolean.class) {
            return Kind.BOOLEAN;
        } else if (type == byte[].class) {
            return Kind.BYTES;
        } else if (type == StackTraceElement.class) {
            return Kind.STACK_FRAME;
        }
        return type == LocalDateTime.class ? Kind.TIME : null;
    }

    @Override
    void write(Object value, ContentWriter out) {
        switch (kind) {
            case INT -> out.integer((Integer) value);
            case LONG -> out.number((Long) value);
            case BOOLEAN -> out.flag((Boolean) value);
            case BYTES -> out.bytes((byte[]) value);
            case TEXT -> out.text((String) value);
            case TIME -> writeTime((LocalDateTime) value, out);
            case STACK_FRAME -> writeFrame((StackTraceElement) value, out);
        }
    }

    @Override
    Object read(ContentReader in) {
        return switch (kind) {
            case INT -> in.integer();
            case LONG -> in.number();
            case BOOLEAN -> in.flag("a boolean");
            case BYTES -> in.bytes();
            case TEXT -> in.text();
            case TIME -> readTime(in);
            case STACK_FRAME -> readFrame(in);
        };
    }

    private static void writeTime(LocalDateTime time, ContentWriter out) {
        out.number(time.toLocalDate().toEpochDay());
        out.number(time.toLocalTime().toNanoOfDay());
    }

    private static LocalDateTime readTime(ContentReader in) {
        long day = in.number();
        long nanos = in.number();
        try {
            return LocalDateTime.of(LocalDate.ofEpochDay(day), LocalTime.ofNanoOfDay(nanos));
        } catch (DateTimeException e) {
            throw in.malformed("a date and time", "day " + day + ", nanosecond " + nanos, e);
        }
    }

    private static void writeFrame(StackTraceElement frame, ContentWriter out) {
        writeOptional(frame.getClassLoaderName(), out);
        writeOptional(frame.getModuleName(), out);
        writeOptional(frame.getModuleVersion(), out);
        out.text(frame.getClassName());
        out.text(frame.getMethodName());
        writeOptional(frame.getFileName(), out);
        out.integer(frame.getLineNumber());
    }

    private static StackTraceElement readFrame(ContentReader in) {
        return new StackTraceElement(
                readOptional(in),
                readOptional(in),
                readOptional(in),
                in.text(),
                in.text(),
                readOptional(in),
                in.integer());
    }

    private static void writeOptional(@Nullable String text, ContentWriter out) {
        out.flag(text != null);
        if (text != null) {
            out.text(text);
        }
    }

    private static @Nullable String readOptional(ContentReader in) {
        return in.flag("whether there is a text") ? in.text() : null;
    }
}
