/** Fixtures of storms. They need nothing but JUnit and, to be isolated, the extension. */
package org.isolatedmounts.it.storm.cases;
