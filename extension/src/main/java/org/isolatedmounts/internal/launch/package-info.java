/**
 * The host JVM's end: orders forks from the one supervisor, as the configuration parameters say.
 *
 * <p>{@code internal.discovery} calls it. Calls {@code launch.supervisor}, {@code launch.jvm} and {@code launch.session}.
 */
@NullMarked
package org.isolatedmounts.internal.launch;

import org.jspecify.annotations.NullMarked;
