/**
 * Checks a whole layout against the host's files: mount points, sources, links.
 *
 * <p>{@code internal.layout} calls it. Changes nothing.
 */
@NullMarked
package org.isolatedmounts.internal.layout.check;

import org.jspecify.annotations.NullMarked;
