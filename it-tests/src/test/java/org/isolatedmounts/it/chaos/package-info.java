/**
 * Kills any of the processes at random moments and looks at what remains.
 *
 * <p>Calls {@code it.harness}.
 */
package org.isolatedmounts.it.chaos;
