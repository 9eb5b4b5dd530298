/**
 * Storms: random trees of tests that do whatever tests do, under random parallel settings, with every version of JUnit.
 *
 * <p>The classes in {@code cases} are executed twice in JVMs of their own, without the extension and with it, and what
 * their launchers tell is compared. Who they are and what they do follows from a seed.
 */
package org.isolatedmounts.it.storm;
