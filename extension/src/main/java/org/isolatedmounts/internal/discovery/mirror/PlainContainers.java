package org.isolatedmounts.internal.discovery.mirror;

import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.platform.commons.JUnitException;
import org.opentest4j.TestAbortedException;

/** The containers around isolated tests that are no mirrors: the engine, and classes in which plain tests run, too. */
final class PlainContainers {

    private static final Namespace NAMESPACE = Namespace.create(PlainContainers.class);

    /** In which message Jupiter wraps what is thrown then. */
    private static final String CANNOT_CLOSE = "Failed to close extension context";

    private PlainContainers() {}

    /**
     * Has a container fail when it ends: once, with the first failure that a fork tells of it. One that was aborted in a fork
     * does not fail.
     *
     * @param report takes that failure, as it will be thrown
     * @return whether there is such a container at or around the context
     */
    static boolean fail(String id, Throwable failure, ExtensionContext context, Consumer<Throwable> report) {
        Optional<ExtensionContext> container = Optional.of(context);
        while (container.isPresent() && !container.get().getUniqueId().equals(id)) {
            container = container.get().getParent();
        }
        if (failure instanceof TestAbortedException) {
            // closing a context can only fail its container; the one that its plain tests have here aborts by itself
            return container.isPresent();
        }
        // what a context stores is closed with it, and what throws then is the container's failure
        container.ifPresent(found -> found.getStore(NAMESPACE).getOrComputeIfAbsent(id, key -> {
            Throwable thrown = asThrownWhenClosing(failure);
            report.accept(thrown);
            return new FailureAtTheEnd(thrown);
        }));
        return container.isPresent();
    }

    /** The engine's failure in a fork is that a context could not be closed, and is to be so here. */
    private static Throwable asThrownWhenClosing(Throwable failure) {
        boolean wrapped = failure instanceof JUnitException && CANNOT_CLOSE.equals(failure.getMessage());
        return wrapped ? Optional.ofNullable(failure.getCause()).orElse(failure) : failure;
    }

    @SuppressWarnings("deprecation") // JUnit 5.12 closes nothing else
    private record FailureAtTheEnd(Throwable failure) implements CloseableResource {

        @Override
        public void close() throws Throwable {
            throw failure;
        }
    }
}
