/**
 * The main program of a fork: waits until its layout is laid, executes its tests with the Launcher, tells what happens.
 *
 * <p>Started by {@code internal.supervisor}. Calls the JUnit Platform Launcher, {@code internal.plan} and
 * {@code internal.event}; never runs in the host JVM.
 */
@NullMarked
package org.isolatedmounts.internal.fork;

import org.jspecify.annotations.NullMarked;
