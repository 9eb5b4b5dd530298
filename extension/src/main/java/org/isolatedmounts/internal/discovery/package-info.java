/**
 * Replaces isolated tests in the discovered tree by mirror nodes.
 *
 * <p>The JUnit Platform Launcher of the host JVM calls these listeners and filters, through ServiceLoader. They read the
 * annotations with {@code internal.layout} and put nodes of {@code discovery.mirror} into the tree.
 */
@NullMarked
package org.isolatedmounts.internal.discovery;

import org.jspecify.annotations.NullMarked;
