/**
 * What of a fork's objects is rebuilt in the host JVM, and what stands there in the place of the rest.
 *
 * <p>{@code internal.fork} writes by the rules by which {@code internal.discovery} reads.
 */
@NullMarked
package org.isolatedmounts.internal.failure;

import org.jspecify.annotations.NullMarked;
