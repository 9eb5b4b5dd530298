/**
 * Replaces isolated tests in the discovered tree by mirror nodes, which replay what a fork tells of the real ones.
 *
 * <p>Called by the JUnit Platform Launcher of the host JVM, through ServiceLoader. Calls {@code internal.layout},
 * {@code internal.launch} and {@code internal.report}.
 */
@NullMarked
package org.isolatedmounts.internal.discovery;

import org.jspecify.annotations.NullMarked;
