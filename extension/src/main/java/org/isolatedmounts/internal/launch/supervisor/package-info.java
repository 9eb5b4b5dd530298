/**
 * The one supervisor of the host JVM: its process, the commands to it, and how it is watched and replaced.
 *
 * <p>{@code internal.launch} calls it. If no supervisor starts, {@code internal.availability} says why.
 */
@NullMarked
package org.isolatedmounts.internal.launch.supervisor;

import org.jspecify.annotations.NullMarked;
