/**
 * Isolated tests look, to whoever listens to a launcher, as they do without isolation.
 *
 * <p>The classes in {@code cases} are executed twice by a launcher of the test's own: as discovered, and isolated.
 */
package org.isolatedmounts.it.fidelity;
