/**
 * Tests that exit, crash, hang, flood or leave things behind: one clear error, and the next test runs as ever.
 *
 * <p>Calls {@code it.harness}.
 */
package org.isolatedmounts.it.robust;
