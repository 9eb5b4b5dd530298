/**
 * The events of one fork as the host's tree needs them: with its unique ids, its exceptions, and a look ahead.
 *
 * <p>{@code discovery.mirror} reads them here. Calls {@code launch.session}.
 */
@NullMarked
package org.isolatedmounts.internal.discovery.event;

import org.jspecify.annotations.NullMarked;
