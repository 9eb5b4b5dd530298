/**
 * The operations by which a layout was laid, as commands for sh(1) that a user can repeat by hand.
 *
 * <p>{@code supervisor.laying} calls it.
 */
@NullMarked
package org.isolatedmounts.internal.supervisor.command;

import org.jspecify.annotations.NullMarked;
