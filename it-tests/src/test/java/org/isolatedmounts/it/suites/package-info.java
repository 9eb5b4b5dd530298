/**
 * Test suites that others have published run isolated as they do without: each twice as it is and once isolated, in JVMs
 * of their own, and what their launchers tell is compared.
 */
package org.isolatedmounts.it.suites;
