/**
 * Why private mount namespaces are not available on this machine, and the smallest fix.
 *
 * <p>{@code internal.launch} calls it if a supervisor does not start, never before: it tries short processes in namespaces
 * of their own. {@code internal.doctor} calls it, too.
 */
@NullMarked
package org.isolatedmounts.internal.availability;

import org.jspecify.annotations.NullMarked;
