/**
 * The way of events and output from a fork to the host, and the window that keeps a fork from telling too much.
 *
 * <p>{@code internal.supervisor} calls it. Calls {@code internal.wire}.
 */
@NullMarked
package org.isolatedmounts.internal.supervisor.channel;

import org.jspecify.annotations.NullMarked;
