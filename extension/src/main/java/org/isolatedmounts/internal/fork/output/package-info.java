/**
 * The standard streams of a fork's JVM, and the pipe by which it tells its events.
 *
 * <p>{@code internal.fork} calls it.
 */
@NullMarked
package org.isolatedmounts.internal.fork.output;

import org.jspecify.annotations.NullMarked;
