/** Debuggers and other agents of a JVM, in forks. */
package org.isolatedmounts.it.tools;
