/**
 * What is told of a fork: records, and how they are written to a stream.
 *
 * <p>{@code internal.fork} and {@code internal.supervisor} make and send them, {@code internal.launch} receives them,
 * {@code internal.discovery} replays them. Calls nothing but the JDK.
 */
@NullMarked
package org.isolatedmounts.internal.event;

import org.jspecify.annotations.NullMarked;
