/**
 * The steps of starting a supervisor and a fork, each tried as a short process that leaves nothing behind.
 *
 * <p>{@code internal.availability} calls it.
 */
@NullMarked
package org.isolatedmounts.internal.availability.trial;

import org.jspecify.annotations.NullMarked;
