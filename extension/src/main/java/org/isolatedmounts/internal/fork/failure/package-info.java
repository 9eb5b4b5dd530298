/**
 * Exceptions of tests as events carry them: cut to stated limits, and without code of the test.
 *
 * <p>{@code internal.fork} calls it. Calls {@code internal.failure}, which the host uses to read them.
 */
@NullMarked
package org.isolatedmounts.internal.fork.failure;

import org.jspecify.annotations.NullMarked;
