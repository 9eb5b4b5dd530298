/** Isolated tests that run at the same time. */
package org.isolatedmounts.it.parallel;
