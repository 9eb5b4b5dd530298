/**
 * The main program of the supervisor: the life of each fork, from its order to its end.
 *
 * <p>{@code internal.launch} starts it in namespaces of its own; it is the only process that holds privileges. Calls
 * {@code supervisor.process} to start a fork, {@code supervisor.laying} to lay its mounts, {@code supervisor.channel} to
 * relay what it tells.
 */
@NullMarked
package org.isolatedmounts.internal.supervisor;

import org.jspecify.annotations.NullMarked;
