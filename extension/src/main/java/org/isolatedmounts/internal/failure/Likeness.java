package org.isolatedmounts.internal.failure;

import java.util.List;
import org.isolatedmounts.internal.event.Failure.Kind;
import org.jspecify.annotations.Nullable;
import org.opentest4j.ValueWrapper;

/**
 * In what a stand-in is like the throwable for which it stands.
 *
 * @param text as {@code toString} gives it; absent if that is made of class and message as usual
 * @param failures those of which a {@code MultipleFailuresError} consists
 */
public record Likeness(
        Kind kind,
        String className,
        String simpleName,
        @Nullable String text,
        @Nullable String message,
        @Nullable ValueWrapper expected,
        @Nullable ValueWrapper actual,
        List<? extends Throwable> failures) {}
