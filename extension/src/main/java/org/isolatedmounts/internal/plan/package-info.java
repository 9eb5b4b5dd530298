/**
 * What is asked of the supervisor and of a fork: records, and how they are written to a stream.
 *
 * <p>The host's end ({@code internal.launch}) makes and sends them, {@code internal.supervisor} and
 * {@code internal.fork} read them. Calls nothing but the JDK.
 */
@NullMarked
package org.isolatedmounts.internal.plan;

import org.jspecify.annotations.NullMarked;
