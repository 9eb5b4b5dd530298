/**
 * Host JVMs as processes of their own, and what they could leave behind on the machine.
 *
 * <p>Called by the tests of {@code it.chaos}, {@code it.robust} and {@code it.storm}.
 */
package org.isolatedmounts.it.harness;
