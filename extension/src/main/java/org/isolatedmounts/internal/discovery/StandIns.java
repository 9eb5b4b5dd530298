package org.isolatedmounts.internal.discovery;

import java.util.Set;
import org.isolatedmounts.internal.event.Failure.Description;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;
import org.opentest4j.ValueWrapper;

/** Throwables that stand in for those that do not survive serialisation: of the same kind, and printed the same. */
@SuppressWarnings("OverrideThrowableToString") // the message is the original one, the class is not
final class StandIns {

    private static final Set<String> BUILT_IN_LOADERS = Set.of("app", "platform", "boot");

    private StandIns() {}

    static Throwable of(Description description) {
        Throwable standIn = switch (description.kind()) {
            case ASSERTION -> new Assertion(description);
            case MULTIPLE -> new Multiple(description);
            case ABORTED -> new Aborted(description);
            case OTHER -> new Other(description);
        };
        standIn.setStackTrace(
                description.stackTrace().stream().map(StandIns::asPrinted).toArray(StackTraceElement[]::new));
        if (description.cause() != null) {
            standIn.initCause(of(description.cause()));
        }
        description.suppressed().forEach(suppressed -> standIn.addSuppressed(of(suppressed)));
        return standIn;
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

    private static final class Assertion extends AssertionFailedError {

        private static final long serialVersionUID = 1L;

        private final boolean expectedDefined;
        private final boolean actualDefined;
        private final String text;

        Assertion(Description description) {
            super(description.message(), value(description.expected()), value(description.actual()));
            expectedDefined = description.expected() != null;
            actualDefined = description.actual() != null;
            text = description.text();
        }

        private static @Nullable ValueWrapper value(@Nullable String text) {
            return text == null ? null : ValueWrapper.create(text, text);
        }

        @Override
        public boolean isExpectedDefined() {
            return expectedDefined;
        }

        @Override
        public boolean isActualDefined() {
            return actualDefined;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class Multiple extends MultipleFailuresError {

        private static final long serialVersionUID = 1L;

        private final @Nullable String message;
        private final String text;

        Multiple(Description description) {
            super(null, description.failures().stream().map(StandIns::of).toList());
            message = description.message();
            text = description.text();
        }

        @Override
        public @Nullable String getMessage() {
            return message;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class Aborted extends TestAbortedException {

        private static final long serialVersionUID = 1L;

        private final String text;

        Aborted(Description description) {
            super(description.message());
            text = description.text();
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class Other extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String text;

        Other(Description description) {
            super(description.message());
            text = description.text();
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
