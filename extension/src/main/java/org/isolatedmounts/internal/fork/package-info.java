/**
 * The main program of a fork: waits until its layout is laid, executes its tests with the Launcher, tells what happens.
 *
 * <p>{@code internal.supervisor} starts it. Calls the JUnit Platform Launcher; never runs in the host JVM.
 */
@NullMarked
package org.isolatedmounts.internal.fork;

import org.jspecify.annotations.NullMarked;
