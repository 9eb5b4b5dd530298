/**
 * What isolation costs, measured; no test.
 *
 * <p>Calls the main class of {@code it.harness} as an ordinary host JVM.
 */
package org.isolatedmounts.it.benchmark;
