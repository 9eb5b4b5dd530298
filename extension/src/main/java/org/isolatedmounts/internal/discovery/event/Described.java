package org.isolatedmounts.internal.discovery.event;

import java.util.Set;
import org.isolatedmounts.internal.event.Failure.Description;
import org.isolatedmounts.internal.failure.Likeness;
import org.isolatedmounts.internal.failure.StandIns;
import org.jspecify.annotations.Nullable;
import org.opentest4j.ValueWrapper;

/** Makes throwables of the descriptions of those that did not survive serialisation. */
final class Described {

    private static final Set<String> BUILT_IN_LOADERS = Set.of("app", "platform", "boot");

    private final StandIns standIns = new StandIns();

    private Described() {}

    static Throwable throwable(Description description) {
        return new Described().standIn(description);
    }

    private Throwable standIn(Description description) {
        Throwable standIn = standIns.of(new Likeness(
                description.kind(),
                description.className(),
                description.simpleName(),
                description.text(),
                description.message(),
                value(description.expected()),
                value(description.actual()),
                description.failures().stream().map(this::standIn).toList()));
        standIn.setStackTrace(
                description.stackTrace().stream().map(Described::asPrinted).toArray(StackTraceElement[]::new));
        if (description.cause() != null) {
            standIn.initCause(standIn(description.cause()));
        }
        description.suppressed().forEach(suppressed -> standIn.addSuppressed(standIn(suppressed)));
        return standIn;
    }

    private static @Nullable ValueWrapper value(@Nullable String text) {
        return text == null ? null : ValueWrapper.create(text, text);
    }

    /** A JVM leaves its own class loaders and the version of its modules out when it prints a frame that it made. */
    private static StackTraceElement asPrinted(StackTraceElement frame) {
        String loader = frame.getClassLoaderName();
        String module = frame.getModuleName();
        boolean ofJdk = module != null && (module.startsWith("java.") || module.startsWith("jdk."));
        return new StackTraceElement(
                loader != null && BUILT_IN_LOADERS.contains(loader) ? null : loader,
                module,
                ofJdk ? null : frame.getModuleVersion(),
                frame.getClassName(),
                frame.getMethodName(),
                frame.getFileName(),
                frame.getLineNumber());
    }
}
