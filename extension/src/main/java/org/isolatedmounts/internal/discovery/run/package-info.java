/**
 * What a run of the host JVM has once: its standard streams, progress line, output directory and page.
 *
 * <p>{@code internal.discovery} and {@code discovery.mirror} call it. Calls {@code internal.report}.
 */
@NullMarked
package org.isolatedmounts.internal.discovery.run;

import org.jspecify.annotations.NullMarked;
