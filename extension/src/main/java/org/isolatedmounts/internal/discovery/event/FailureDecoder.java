package org.isolatedmounts.internal.discovery.event;

import org.isolatedmounts.internal.event.Failure;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.launch.session.ForkFailedException;
import org.jspecify.annotations.Nullable;

/** Makes a throwable of what a fork told of one: the very same if it can be had, else one of the same kind. */
public final class FailureDecoder {

    private final ForkObjects objects;

    public FailureDecoder(Class<?> testClass) {
        this.objects = new ForkObjects(testClass);
    }

    public ForkObjects objects() {
        return objects;
    }

    @Nullable
    public Throwable decode(ForkEvent.Outcome outcome) {
        Failure failure = outcome.failure();
        return failure == null ? null : decode(failure);
    }

    /** The engine gave up, as it does after an {@link OutOfMemoryError}. */
    public ForkFailedException engineFailure(Failure failure) {
        ForkFailedException exception =
                new ForkFailedException("@IsolatedMounts: the engine in the forked JVM gave up: "
                        + failure.description().printed());
        exception.initCause(decode(failure));
        return exception;
    }

    public Throwable decode(Failure failure) {
        Throwable throwable = objects.read(failure.serialized(), Throwable.class);
        // Jupiter would give up the whole run for an error that says that this JVM, not the fork, is unwell
        boolean harmless = throwable != null
                && (!(throwable instanceof VirtualMachineError) || throwable instanceof StackOverflowError);
        return harmless && throwable != null ? throwable : Described.throwable(failure.description());
    }
}
