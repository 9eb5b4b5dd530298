/**
 * The host JVM's end: starts the one supervisor, orders forks from it, hands out what they tell.
 *
 * <p>Called by {@code internal.discovery}. Calls {@code internal.plan}, {@code internal.event} and, when something
 * fails, {@code internal.availability} and {@code internal.doctor}.
 */
@NullMarked
package org.isolatedmounts.internal.launch;

import org.jspecify.annotations.NullMarked;
