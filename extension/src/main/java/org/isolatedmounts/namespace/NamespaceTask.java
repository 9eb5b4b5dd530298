package org.isolatedmounts.namespace;

import java.io.Serializable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Code that {@link MountNamespace#call} takes to another JVM: it, what it captures and what it returns are serialised. A
 * lambda expression that mentions a field or a method of its test captures the test; let it use local variables.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
public interface NamespaceTask<T extends @Nullable Object> extends Callable<T>, Serializable {}
