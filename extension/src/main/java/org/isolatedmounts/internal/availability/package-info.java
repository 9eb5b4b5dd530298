/**
 * Why private mount namespaces are not available on this machine, and the smallest fix.
 *
 * <p>{@code internal.launch} calls it once a supervisor could not be started, never before: it probes by running short
 * processes in namespaces of their own; the last of them are classes of a supervisor that lay mounts.
 * {@code internal.doctor} calls it too. Calls {@code internal.classpath}.
 */
@NullMarked
package org.isolatedmounts.internal.availability;

import org.jspecify.annotations.NullMarked;
