/**
 * What is wrong with the class path or module path on which this extension is found, and the fix; our own classes on it,
 * and what the JVM of a supervisor needs of it.
 *
 * <p>Discovery asks before it replaces a test, and the guard if it has to refuse one; supervisor and forks load their
 * classes ahead. Calls nothing but the JDK, so that it loads even if a class of JUnit is missing.
 */
@NullMarked
package org.isolatedmounts.internal.classpath;

import org.jspecify.annotations.NullMarked;
