/**
 * Lays the mounts of a fork from outside, by a thread that enters its mount namespace.
 *
 * <p>{@code internal.supervisor} calls it. Calls {@code internal.linux}, and {@code supervisor.command} to note what it does.
 */
@NullMarked
package org.isolatedmounts.internal.supervisor.laying;

import org.jspecify.annotations.NullMarked;
