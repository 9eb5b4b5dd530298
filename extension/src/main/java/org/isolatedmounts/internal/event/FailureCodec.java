package org.isolatedmounts.internal.event;

import org.isolatedmounts.internal.event.Failure.Description;
import org.isolatedmounts.internal.event.Failure.Kind;
import org.isolatedmounts.internal.wire.WireInput;
import org.isolatedmounts.internal.wire.WireOutput;

/** {@link Failure}s within a frame. */
final class FailureCodec {

    private FailureCodec() {}

    static void write(WireOutput out, Failure failure) {
        out.bytes(failure.serialized());
        write(out, failure.description());
    }

    static Failure read(WireInput in) {
        return new Failure(in.bytes(), readDescription(in));
    }

    private static void write(WireOutput out, Description description) {
        out.text(description.kind().name())
                .text(description.className())
                .text(description.simpleName())
                .optional(description.text(), WireOutput::text)
                .optional(description.message(), WireOutput::text)
                .list(description.stackTrace(), FailureCodec::write)
                .optional(description.cause(), FailureCodec::write)
                .list(description.suppressed(), FailureCodec::write)
                .optional(description.expected(), WireOutput::text)
                .optional(description.actual(), WireOutput::text)
                .list(description.failures(), FailureCodec::write);
    }

    private static Description readDescription(WireInput in) {
        return new Description(
                Kind.valueOf(in.text()),
                in.text(),
                in.text(),
                in.optional(WireInput::text),
                in.optional(WireInput::text),
                in.list(FailureCodec::readElement),
                in.optional(FailureCodec::readDescription),
                in.list(FailureCodec::readDescription),
                in.optional(WireInput::text),
                in.optional(WireInput::text),
                in.list(FailureCodec::readDescription));
    }

    private static void write(WireOutput out, StackTraceElement element) {
        out.optional(element.getClassLoaderName(), WireOutput::text)
                .optional(element.getModuleName(), WireOutput::text)
                .optional(element.getModuleVersion(), WireOutput::text)
                .text(element.getClassName())
                .text(element.getMethodName())
                .optional(element.getFileName(), WireOutput::text)
                .number(element.getLineNumber());
    }

    private static StackTraceElement readElement(WireInput in) {
        return new StackTraceElement(
                in.optional(WireInput::text),
                in.optional(WireInput::text),
                in.optional(WireInput::text),
                in.text(),
                in.text(),
                in.optional(WireInput::text),
                (int) in.number());
    }
}
