/**
 * Who may have denied a step: kernel settings, security modules, limits, filters. Each suspect examines the failed step.
 *
 * <p>{@code internal.availability} calls it.
 */
@NullMarked
package org.isolatedmounts.internal.availability.suspect;

import org.jspecify.annotations.NullMarked;
