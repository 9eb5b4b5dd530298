/**
 * The command line of a fork's JVM: class path, options taken over from the host JVM, agents, debugger, class archive.
 *
 * <p>{@code internal.launch} calls it. Looks at the host JVM and calls {@code internal.classpath}.
 */
@NullMarked
package org.isolatedmounts.internal.launch.jvm;

import org.jspecify.annotations.NullMarked;
