/** Fixtures: test classes of every kind, each executed plain and isolated. */
package org.isolatedmounts.it.fidelity.cases;
