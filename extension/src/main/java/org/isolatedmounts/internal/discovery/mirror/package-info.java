/**
 * The mirror nodes: Jupiter executes them in place of isolated tests, and they replay what a fork tells.
 *
 * <p>{@code internal.discovery} makes them. They read events through {@code discovery.event} and tell people through
 * {@code discovery.run}.
 */
@NullMarked
package org.isolatedmounts.internal.discovery.mirror;

import org.jspecify.annotations.NullMarked;
