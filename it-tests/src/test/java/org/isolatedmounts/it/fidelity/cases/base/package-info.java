/** Superclasses of fixtures that must stand in another package. */
package org.isolatedmounts.it.fidelity.cases.base;
