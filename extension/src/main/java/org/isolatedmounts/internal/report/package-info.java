/**
 * What people look at: layouts and progress on the console, the page of a run, and the mounts of a test that failed.
 *
 * <p>Called by {@code internal.discovery} in the host JVM. Calls {@code internal.plan}, {@code internal.event},
 * {@code internal.json} and {@code mountinfo}.
 */
@NullMarked
package org.isolatedmounts.internal.report;

import org.jspecify.annotations.NullMarked;
