/**
 * Host JVMs as processes of their own, and what they could leave behind on the machine.
 *
 * <p>Called by the tests of {@code it.chaos} and {@code it.robust}.
 */
package org.isolatedmounts.it.harness;
