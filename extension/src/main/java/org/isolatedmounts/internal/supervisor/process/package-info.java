/**
 * The processes of forks: how they are started, what they inherit, their files, and the archive of their classes.
 *
 * <p>{@code internal.supervisor} calls it.
 */
@NullMarked
package org.isolatedmounts.internal.supervisor.process;

import org.jspecify.annotations.NullMarked;
