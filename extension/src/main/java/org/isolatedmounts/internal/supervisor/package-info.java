/**
 * The main program of the supervisor: starts forks, lays their mounts from outside, relays what they tell.
 *
 * <p>Started by {@code internal.launch} in namespaces of its own; the only process that holds privileges. Calls
 * {@code internal.plan}, {@code internal.event} and {@code internal.linux}.
 */
@NullMarked
package org.isolatedmounts.internal.supervisor;

import org.jspecify.annotations.NullMarked;
