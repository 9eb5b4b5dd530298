/**
 * How values are written to the pipes and sockets between the three processes: length-prefixed frames.
 *
 * <p>The codecs of {@code internal.plan} and {@code internal.event} are made of it. Calls nothing but the JDK.
 */
@NullMarked
package org.isolatedmounts.internal.wire;

import org.jspecify.annotations.NullMarked;
