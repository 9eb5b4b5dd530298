/**
 * The machine that is asked: its files, the programs that it runs, the container around it.
 *
 * <p>Tests replace it by a machine of their own. Calls {@code internal.classpath}.
 */
@NullMarked
package org.isolatedmounts.internal.availability.machine;

import org.jspecify.annotations.NullMarked;
